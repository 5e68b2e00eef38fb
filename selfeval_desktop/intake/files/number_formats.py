"""What a spreadsheet shows for a number or a text: its format code applied.

No kept library does this for Python. A plain figure is given in its shortest form, without thousands marks; a full
date as 2023-12-31 in whatever order the code has it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.intake.files import date_formats

GENERAL = "General"
EXACT_DIGITS = 15
"""Significant digits that a spreadsheet keeps."""
_ACCOUNTING = '#,##0{0};-#,##0{0};"-"'
BUILT_IN_CODES = (
    {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??"}
    | {48: "##0.0E+0", 49: "@"}
    | dict.fromkeys((5, 6, 37, 38), "#,##0")
    | dict.fromkeys((7, 8, 39, 40), "#,##0.00")
    | dict.fromkeys((41, 42), _ACCOUNTING.format(""))
    | dict.fromkeys((43, 44), _ACCOUNTING.format(".00"))
    | date_formats.BUILT_IN_CODES
)
"""The codes that every spreadsheet program knows by number."""
_SMALLEST = Decimal(1).scaleb(-amounts.DECIMAL_PLACES)
_LARGEST_EXPONENT = 300
_PIECES = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]\-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<exponent>E[+-])|(?P<sign>[0#?.,%/@;])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)")
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": Decimal.__lt__,
    "<=": Decimal.__le__,
    ">": Decimal.__gt__,
    ">=": Decimal.__ge__,
    "=": Decimal.__eq__,
    "<>": Decimal.__ne__,
}
_FIGURE = re.compile(r"[¥￥]?(?P<sign>[+-]?)[¥￥]?(?P<figure>[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)(?P<percent>%?)")
_BRACKETED = re.compile(r"[（(](.*)[)）]")
_LEADING_ZERO = re.compile("0[0-9]")
_DASHES = re.compile(r"[¥￥\s]*[-–—]+\s*")


class ShownText(NamedTuple):
    """What a cell shows; "" where its format hides it.

    `is_shortened`: a number that was stored with more digits than are shown. `is_scaled`: it is shown as so many
    thousands. `is_bare`: neither format nor text says whether it is a percentage.
    """

    text: str
    is_shortened: bool = False
    is_scaled: bool = False
    is_bare: bool = False


class _Piece(NamedTuple):
    """A piece of a code: `kind` is a placeholder or sign itself, "text" for what is shown as it stands."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts of a code that stand between semicolons; `condition` says which numbers it shows."""

    code: str
    pieces: tuple[_Piece, ...]
    condition: tuple[str, Decimal] | None = None

    def takes(self, value: Decimal) -> bool:
        """Whether its condition holds for the number."""
        return self.condition is not None and _COMPARED[self.condition[0]](value, self.condition[1])

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its pieces."""
        return frozenset(piece.kind for piece in self.pieces)


@lru_cache(maxsize=4096)
def shown_number(figure: str, code: str, *, from_1904: bool = False) -> ShownText:
    """What is shown for a stored number; a text that is no number stays as it is."""
    try:
        value = Decimal(figure)
    except InvalidOperation:
        return ShownText(figure)
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return ShownText(figure)
    value = without_noise(value)
    sections = _code_sections(code)
    section, is_negative_only = _chosen_section(sections, value)
    if date_formats.is_date(section.code):
        text = date_formats.moment_text(value, section.code, from_1904=from_1904)
        return ShownText(_general_text(value) if text is None else text)
    return _shown_by_section(value, section, shows_sign=not is_negative_only)


def shown_text(text: str, code: str) -> str:
    """What is shown for a stored text: most codes leave it, @ stands for it, and a fourth section without @ hides it."""
    sections = _code_sections(code)
    last = sections[-1]
    if "@" not in last.kinds and len(sections) < 4:
        return text
    return "".join(text if piece.kind == "@" else piece.text for piece in last.pieces if piece.kind in {"@", "text"})


def plain_figure(text: str, value: Decimal) -> str:
    """A text that is nothing but the figure in its shortest form, its sign before it; other texts as they stand."""
    if value == 0 and _DASHES.fullmatch(text):
        # The dash of an accounting format is how it writes zero.
        return "0"
    bracketed = _BRACKETED.fullmatch(text.strip())
    figure = _FIGURE.fullmatch((bracketed[1] if bracketed else text).replace(" ", ""))
    if not figure or _LEADING_ZERO.match(figure["figure"]):
        return text.strip()
    number = amounts.plain_number(Decimal(figure["figure"].replace(",", "")))
    sign = "-" if value < 0 and number != "0" else figure["sign"].replace("-", "")
    return f"{sign}{number}{figure['percent']}"


def without_noise(value: Decimal) -> Decimal:
    """Rounded to the digits that a spreadsheet keeps: 0.1 + 0.2 is 0.3. A longer whole number stays."""
    if len(value.as_tuple().digits) <= EXACT_DIGITS or value == value.to_integral_value():
        return value
    return Decimal(f"{float(value):.{EXACT_DIGITS}g}")


def is_inexact(figure: str) -> bool:
    """Whether digits before the point may have been lost."""
    try:
        return Decimal(figure).adjusted() >= EXACT_DIGITS
    except InvalidOperation:
        return False


def is_fraction(figure: str) -> bool:
    """Whether the number lies between 0 and 1, as an unmarked percentage does."""
    try:
        return 0 < Decimal(figure) < 1
    except InvalidOperation:
        return False


@lru_cache(maxsize=1024)
def _code_sections(code: str) -> tuple[_Section, ...]:
    """The sections of a code, one at least."""
    sections: list[_Section] = []
    pieces: list[_Piece] = []
    condition: tuple[str, Decimal] | None = None
    start = end = 0
    for found in _PIECES.finditer(code or GENERAL):
        end = found.start()
        if found["sign"] == ";":
            sections.append(_Section(code[start:end], tuple(pieces), condition))
            start, pieces, condition = found.end(), [], None
        elif found["bracket"] is not None:
            limit = _CONDITION.fullmatch(found["bracket"])
            condition = (limit[1], Decimal(limit[2])) if limit else condition
        else:
            pieces += _piece_of(found)
    return *sections, _Section((code or GENERAL)[start:], tuple(pieces), condition)


def _piece_of(found: re.Match[str]) -> Iterator[_Piece]:
    if found["sign"]:
        yield _Piece(found["sign"], found["sign"])
    elif found["general"]:
        yield _Piece(GENERAL, "")
    elif found["exponent"]:
        yield _Piece("E", found["exponent"])
    else:
        text = next((found[name] for name in ("quoted", "escaped", "currency", "other") if found[name]), "")
        if text:
            yield _Piece("text", text)


def _chosen_section(sections: Sequence[_Section], value: Decimal) -> tuple[_Section, bool]:
    """The section for the number, and whether it is for negative ones alone, which show no sign of their own."""
    numbers = [section for section in sections if "@" not in section.kinds][:3] or [
        _Section(GENERAL, (_Piece(GENERAL, ""),))
    ]
    if any(section.condition for section in numbers):
        first = numbers[0].condition
        for section in numbers:
            if section.takes(value):
                return section, section.condition is not None and _is_below_zero(section.condition)
        rest = [section for section in numbers if section.condition is None] or [numbers[-1]]
        if len(rest) > 1 and value < 0:
            return rest[0], True
        has_negatives_alone = first is not None and first[0] in {">", ">="} and first[1] == 0 and len(numbers) == 2
        return rest[-1], has_negatives_alone
    if value == 0 and len(numbers) == 3:
        return numbers[2], False
    return (numbers[1], True) if value < 0 and len(numbers) > 1 else (numbers[0], False)


def _is_below_zero(condition: tuple[str, Decimal]) -> bool:
    return condition[0] in {"<", "<="} and condition[1] <= 0


def _shown_by_section(value: Decimal, section: _Section, *, shows_sign: bool) -> ShownText:
    kinds = section.kinds
    if GENERAL in kinds:
        text = _general_text(value if shows_sign else abs(value))
        whole = "".join(text if piece.kind == GENERAL else piece.text for piece in section.pieces)
        return ShownText(plain_figure(whole, value), is_bare=len(section.pieces) == 1)
    if kinds.isdisjoint("0#?"):
        text = "".join(piece.text for piece in section.pieces if piece.kind in {"text", "%", "/"})
        return ShownText(plain_figure(text, value))
    if "E" in kinds:
        return ShownText(
            amounts.plain_number(value), is_shortened=_is_shortened_by_exponent(value, section), is_bare=True
        )
    if "/" in kinds:
        return ShownText(_fraction_text(value, section))
    return _with_digits(value, section, shows_sign=shows_sign)


def _general_text(value: Decimal) -> str:
    """The shortest form, with no more decimals than a cell of a form keeps unless that were nothing."""
    if abs(value) < _SMALLEST:
        return amounts.plain_number(value)
    return amounts.plain_number(_rounded(value, amounts.DECIMAL_PLACES))


def _rounded(value: Decimal, places: int) -> Decimal:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return value if -exponent <= places else amounts.round_half_up(value, places)


def _with_digits(value: Decimal, section: _Section, *, shows_sign: bool) -> ShownText:
    """The digits of the number in the placeholders of the section, the rest of its texts around them."""
    point, last = _digit_places(section.pieces)
    is_scaled = section.pieces[last + 1 : last + 2] == (_Piece(",", ","),)
    scale = 0
    while section.pieces[last + 1 + scale : last + 2 + scale] == (_Piece(",", ","),):
        scale += 1
    percents = sum(piece.kind == "%" for piece in section.pieces)
    stored = value.scaleb(2 * percents - 3 * scale)
    after = [piece for piece in section.pieces[point:] if piece.kind in "0#?"]
    shown = amounts.round_half_up(stored, len(after))
    kept = _rounded(shown, amounts.DECIMAL_PLACES)
    shown = kept if kept or not shown else shown
    whole, _, decimals = f"{abs(shown):f}".partition(".")
    # Scaled and with a percent sign: the sign is there for its two digits, and kept out of sight below the figure.
    pieces = [piece for piece in section.pieces if not (percents and scale and piece.kind == "%")]
    text = _filled_pieces(pieces, "" if whole == "0" else whole, decimals, _digit_places(pieces)[0])
    if value < 0 and shows_sign and shown:
        text = f"-{text}"
    text = plain_figure(" ".join(text.split()), value)
    literal = any(piece.kind in {"text", "%"} and piece.text.strip() for piece in pieces)
    is_typed = stored == _rounded(stored, amounts.DECIMAL_PLACES)
    return ShownText(text, is_shortened=is_typed and shown != stored, is_scaled=is_scaled, is_bare=not literal)


def _digit_places(pieces: Sequence[_Piece]) -> tuple[int, int]:
    """Where the point stands, or else the end of the digits, and where the last digit stands."""
    digits = [place for place, piece in enumerate(pieces) if piece.kind in "0#?"]
    points = [place for place, piece in enumerate(pieces) if piece.kind == "."]
    return (points[0] if points else digits[-1] + 1), digits[-1]


def _filled_pieces(pieces: Sequence[_Piece], whole: str, decimals: str, point: int) -> str:
    """The texts of the pieces, digits filled in from the point to the left and to the right."""
    places = [place for place, piece in enumerate(pieces[:point]) if piece.kind in "0#?"]
    is_grouped = any(piece.kind == "," for piece in pieces[places[0] : places[-1]]) if places else False
    digits = list(whole)
    left: list[str] = []
    count = 0
    for place in range(point - 1, -1, -1):
        piece = pieces[place]
        if piece.kind in "0#?":
            zero = ["0"] if piece.kind == "0" and not digits else []
            for _ in range(max(len(digits), 1) if place == places[0] else 1):
                digit = digits.pop() if digits else "".join(zero)
                left += [","] if digit and is_grouped and count and count % 3 == 0 else []
                left.append(digit)
                count += 1
        elif piece.kind != ",":
            left.append(piece.text)
    right: list[str] = []
    kept, count = len(decimals.rstrip("0")), 0
    for piece in pieces[point:]:
        if piece.kind in "0#?":
            right.append(decimals[count] if count < kept else "0" if piece.kind == "0" else "")
            count += 1
        elif piece.kind != ",":
            right.append(piece.text)
    # Where no digit stands before the point, the whole part comes there all the same.
    return "".join(reversed(left)) + ("" if places else whole) + "".join(right)


def _is_shortened_by_exponent(value: Decimal, section: _Section) -> bool:
    digits = sum(piece.kind in "0#?" for piece in section.pieces[: [piece.kind for piece in section.pieces].index("E")])
    return len(amounts.plain_number(value).strip("-0.").replace(".", "")) > digits


def _fraction_text(value: Decimal, section: _Section) -> str:
    """The number as a whole and a fraction, its denominator of as many digits as there are placeholders, or the one given."""
    after = section.code.partition("/")[2].strip()
    fixed = re.match(r"[1-9][0-9]*", after)
    exact = Fraction(abs(value))
    if fixed:
        near = Fraction(round(exact * int(fixed[0])), int(fixed[0]))
    else:
        near = exact.limit_denominator(10 ** max(1, len(re.match(r"[?#0]*", after)[0])) - 1)  # type: ignore[index]
    below = int(fixed[0]) if fixed else near.denominator
    over = int(near * below)
    has_whole = (
        any(piece.kind in "0#?" for piece in replace(section, pieces=section.pieces[:1]).pieces) and " " in section.code
    )
    whole, over = divmod(over, below) if has_whole else (0, over)
    parts = [str(whole)] if whole or not over else []
    parts += [f"{over}/{below}"] if over else []
    return f"{'-' if value < 0 else ''}{' '.join(parts)}"
