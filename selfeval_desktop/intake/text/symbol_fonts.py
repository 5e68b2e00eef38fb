"""The signs of fonts that have letters of their own: what Symbol and Wingdings show for a code, as usual characters."""

from collections.abc import Mapping

_FIRST, _LAST = 0xF000, 0xF0FF


def _signs(*tables: str) -> dict[int, str]:
    """The signs by their codes, from words of a code and its sign."""
    return {int(word[:2], 16): word[2:] for table in tables for word in table.split()}


_SYMBOL = {code: chr(code) for code in range(0x20, 0x7F)} | _signs(
    "22∀ 24∃ 27∋ 40≅ 5C∴ 5E⊥ A2′ A3≤ A4/ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B5∝ B7• B8÷ B9≠ BA≡ BB≈ BC…",
    "C5⊕ C6∅ C7∩ C8∪ CE∈ D5∏ D6√ D7⋅ E5∑ 41Α 42Β 43Χ 44Δ 45Ε 46Φ 47Γ 48Η 49Ι 4Aϑ 4BΚ 4CΛ 4DΜ 4EΝ 4FΟ 50Π 51Θ 52Ρ",
    "53Σ 54Τ 55Υ 56ς 57Ω 58Ξ 59Ψ 5AΖ 61α 62β 63χ 64δ 65ε 66φ 67γ 68η 69ι 6Aϕ 6Bκ 6Cλ 6Dμ 6Eν 6Fο 70π 71θ 72ρ 73σ",
    "74τ 75υ 76ϖ 77ω 78ξ 79ψ 7Aζ",
)
_WINGDINGS = {0x20: " "} | _signs(
    "6C● 6E■ 6F□ 70□ 71□ 72□ 75◆ 76◆ 77◆ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ 9F• A1○ A7• A8□ D8➢ E0→ FB×",
    "FC√ FD☒ FE☑",
)
_WINGDINGS_2 = {0x20: " "} | _signs("30□ 4F× 50√ 51☒ 52☑ 53☒ 54☒ A3□")
_FONTS: Mapping[str, Mapping[int, str]] = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def is_symbol_font(font: str) -> bool:
    """Whether the font shows signs instead of letters."""
    return font.strip().casefold() in _FONTS


def symbol_text(text: str, font: str) -> str:
    """What the font shows for the text: of a code that is not known here the private character stays."""
    signs = _FONTS.get(font.strip().casefold())
    if signs is None:
        return text
    return "".join(_sign(signs, character) for character in text)


def _sign(signs: Mapping[int, str], character: str) -> str:
    code = ord(character)
    if _FIRST <= code <= _LAST:
        return signs.get(code - _FIRST, character)
    # A usual letter in such a font stands for its sign, too; what lies beyond its codes is another font's.
    return signs.get(code, chr(_FIRST + code)) if 0x20 < code <= 0xFF else character
