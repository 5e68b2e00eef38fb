"""Codes of paper as people type them and scanners read them."""

from selfeval_desktop.app.errors import CodeFault, NotACode

LENGTH = 8

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
_ALIKE = str.maketrans("OIL", "011")
_BETWEEN = frozenset("-‐‑‒–—―−－·.,_")


def read_code(typed: str) -> str:
    """The code in what was typed: letters of any size, with spaces and dashes, O for 0, I and L for 1.

    Of what a QR code holds, project, year and code one below the other, the last line is taken, or the
    last word where they came in one line. NotACode says what is wrong.
    """
    lines = [line for line in typed.splitlines() if line.strip()]
    last = lines[-1] if lines else ""
    try:
        return _parse_code(last)
    except NotACode:
        words = last.split()
        if len(words) < 2 or len(words[-1]) != LENGTH:
            raise
        return _parse_code(words[-1])


def format_code(code: str) -> str:
    """The code in two halves, on paper and on the screen: so it is easily compared."""
    return f"{code[:4]}-{code[4:]}"


def _parse_code(text: str) -> str:
    letters = "".join(text.translate(_HALF_WIDTH).upper().split()).translate(_ALIKE)
    code = "".join(letter for letter in letters if letter not in _BETWEEN)
    if not code:
        raise NotACode(CodeFault.EMPTY)
    if len(code) != LENGTH:
        raise NotACode(CodeFault.LENGTH, str(len(code)))
    for letter in code:
        if letter not in _ALPHABET:
            raise NotACode(CodeFault.CHARACTER, letter)
    return code
