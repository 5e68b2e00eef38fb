"""Sums that people type into number cells as into a spreadsheet: `=3+5`, `12*1.5`."""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from selfeval_desktop.domain.form import amounts

_LONGEST = 100
_OPERATIONS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_SIGNS = str.maketrans(
    {"×": "*", "÷": "/", "（": "(", "）": ")", "＝": "=", "＋": "+", "－": "-", "＊": "*", "／": "/"}
)
_WITHOUT_EQUALS = re.compile(r"[0-9.,]+(?:[*+][0-9.,]+)+")
"""What is a sum even without `=`: 3-5 may be a range, 3/5 a date."""
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def figure_of_sum(text: str) -> str:
    """The result of a sum as one would type it, to 6 places; any other text, and a sum that has none, as it stands."""
    plain = "".join(text.translate(_SIGNS).split())
    is_sum = plain.startswith("=") or _WITHOUT_EQUALS.fullmatch(plain)
    if not is_sum or len(plain) > _LONGEST:
        return text
    sum_text = _THOUSANDS.sub("", plain.removeprefix("="))
    try:
        value = _result(ast.parse(sum_text, mode="eval").body, sum_text)
        return amounts.plain_number(amounts.round_half_up(value, amounts.DECIMAL_PLACES))
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError):
        return text


def _result(node: ast.expr, text: str) -> Decimal:
    """The value of a sum of figures; ValueError for anything else that Python could read."""
    if isinstance(node, ast.Constant):
        # As it is written: a float would lose places.
        return Decimal(text[node.col_offset : node.end_col_offset])
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_result(node.operand, text)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_result(node.left, text), _result(node.right, text))
    raise ValueError(text)
