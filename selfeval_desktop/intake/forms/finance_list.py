"""A finance office's list of projects with budgets and spending, recognised by its heads."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Literal

from selfeval_desktop.app.errors import ListFault, NoFinanceList, UnfitFile, UnfitReason
from selfeval_desktop.app.incoming import PassedOverReason
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.edits import FIRST_YEAR, LAST_YEAR
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.form.funds import COLUMNS
from selfeval_desktop.domain.reading.finance import FinanceLine, FinanceList
from selfeval_desktop.domain.reading.labels import year_words
from selfeval_desktop.intake.files import gate
from selfeval_desktop.intake.files.cells import CellBlock, FileContents
from selfeval_desktop.intake.forms import money_units

Rows = Sequence[Sequence[str]]
Role = Literal["name", "code", "unit", "year", "initial", "annual", "executed"]

_HEADS: Mapping[Role, frozenset[str]] = {
    "name": frozenset({"项目名称", "预算项目名称", "项目", "项目支出名称"}),
    "code": frozenset({"项目编码", "项目代码", "项目编号", "预算项目编码", "预算项目代码"}),
    "unit": frozenset({"预算单位", "预算单位名称", "单位名称", "实施单位", "项目单位", "单位"}),
    "year": frozenset({"年度", "预算年度", "会计年度", "年份"}),
    "initial": frozenset(
        {"年初预算数", "年初预算", "年初预算金额", "年初批复数", "年初批复预算数", "年初数", "年初预算批复数"}
    ),
    "annual": frozenset(
        {
            "全年预算数",
            "全年预算",
            "调整预算数",
            "调整后预算数",
            "调整后预算",
            "调整预算",
            "预算数",
            "预算金额",
        }
        | {"年度预算数", "全年预算金额", "调整后预算金额", "预算指标数", "指标金额"}
    ),
    "executed": frozenset(
        {"全年执行数", "执行数", "支出数", "全年支出数", "实际支出数", "实际支出", "累计支出数", "累计支出"}
        | {"累计执行数", "执行金额", "支出金额", "支付数", "支付金额", "决算数", "全年执行金额"}
    ),
}
_ROLE_OF: Mapping[str, Role] = {head: role for role, heads in _HEADS.items() for head in heads}
_BRACKETS = re.compile(r"[（(【\[].*?[）)】\]]")
_TOTAL = re.compile(r"(?:本页|部门|单位|项目)?(?:合计|总计|小计|共计)(?:数)?")
_MOST_ABOVE = 30
"""How many rows may stand above the heads."""
_NO_LISTS = frozenset(
    {UnfitReason.UNKNOWN, UnfitReason.OLD_WORD, UnfitReason.PDF, UnfitReason.EMPTY, UnfitReason.BROKEN}
    | {UnfitReason.PICTURE, UnfitReason.OFD, UnfitReason.OPEN_TEXT, UnfitReason.XML_DOCUMENT, UnfitReason.SLIDES}
)


def read_finance_list(path: Path, progress: Progress = ignore_progress) -> FinanceList:
    """The first table of the file that has heads for a project and an amount.

    MissingFile, UnreadableFile, UnfitFile, NoFinanceList, Cancelled.
    """
    contents = _list_contents(path, progress)
    has_head = False
    for rows in map(_rows_with_blanks, contents.blocks):
        for place, row in enumerate(rows[:_MOST_ABOVE]):
            roles = _column_roles(row)
            if roles:
                has_head = True
                found = _read_list(rows, place, roles)
                if found.lines:
                    return found
    if any(note.remark is PassedOverReason.TOO_BIG for note in contents.notes):
        raise NoFinanceList(path, ListFault.TOO_LARGE)
    raise NoFinanceList(path, ListFault.NO_LINES if has_head else ListFault.NO_HEAD)


def _list_contents(path: Path, progress: Progress) -> FileContents:
    """The file's contents; UnfitFile for its format or size becomes NoFinanceList, which speaks of lists, not of forms."""
    try:
        return gate.contents_of(path, progress)
    except UnfitFile as error:
        if error.reason in _NO_LISTS:
            raise NoFinanceList(path, ListFault.FORMAT) from error
        if error.reason in {UnfitReason.TOO_LARGE, UnfitReason.TOO_MUCH}:
            raise NoFinanceList(path, ListFault.TOO_LARGE) from error
        raise


def _rows_with_blanks(cells: CellBlock) -> Rows:
    """All cells from the first row and column on, blank ones too, so that a row's place is its number."""
    width = max(column for _, column in cells.texts) + 1
    height = max(row for row, _ in cells.texts) + 1
    return [[cells.texts.get((row, column), "") for column in range(width)] for row in range(height)]


def _column_roles(row: Sequence[str]) -> dict[Role, int]:
    """The column of each role (project, code, amounts …) if the row can be the heads of a list, else empty."""
    found: dict[Role, int] = {}
    for place, text in enumerate(row):
        role = _ROLE_OF.get(_BRACKETS.sub("", "".join(text.split())))
        if role:
            found.setdefault(role, place)
    is_list = ("name" in found or "code" in found) and any(column in found for column in COLUMNS)
    return found if is_list else {}


def _read_list(rows: Rows, head: int, roles: Mapping[Role, int]) -> FinanceList:
    above = ["".join(text.split()) for row in rows[:head] for text in row if text]
    columns = tuple(column for column in COLUMNS if column in roles)
    units: dict[str, str | None] = {
        role: _unit_of(rows[head][place], above) for role, place in roles.items() if role in COLUMNS
    }
    return FinanceList(
        lines=tuple(_finance_lines(rows, head, roles, units)),
        columns=columns,
        money_unit=_list_unit(units),
        year=next((word.year for text in above for word in year_words(text)), None),
    )


def _unit_of(head: str, above: Sequence[str]) -> str | None:
    """The unit that the head of a column names, or else a line above the heads."""
    lines = (money_units.unit_line(text) or money_units.unit_in_label(text) for text in above)
    return money_units.unit_in_label(head) or next(filter(None, lines), None)


def _list_unit(units: Mapping[str, str | None]) -> MoneyUnit | None:
    """万元 where all amounts are in 万元 or more; None where no unit is named."""
    scales = [amounts.unit_scale(unit) for unit in units.values() if unit]
    if not scales:
        return None
    return "万元" if min(scales) >= amounts.unit_scale("万元") else "元"


def _finance_lines(
    rows: Rows, head: int, roles: Mapping[Role, int], units: Mapping[str, str | None]
) -> Iterator[FinanceLine]:
    """Every row below the heads that names a project; totals and repeated heads are left out."""
    unit = _list_unit(units)
    for place in range(head + 1, len(rows)):
        row = rows[place]
        texts: dict[str, str] = {
            role: row[column].strip() if column < len(row) else "" for role, column in roles.items()
        }
        name, code = texts.get("name", ""), texts.get("code", "")
        if not (name or code) or _TOTAL.fullmatch("".join(name.split())) or _column_roles(row):
            continue
        figures: dict[str, Decimal] = {}
        unread: dict[str, str] = {}
        for role in COLUMNS:
            text = texts.get(role, "")
            _add_amount(role, money_units.in_form_unit(text, units.get(role), unit) if unit else text, figures, unread)
        yield FinanceLine(
            place + 1, name, code, texts.get("unit", ""), _parse_year(texts.get("year", "")), figures, unread
        )


def _add_amount(column: str, text: str, figures: dict[str, Decimal], unread: dict[str, str]) -> None:
    try:
        amount = amounts.parse(text)
    except amounts.NotAnAmount:
        unread[column] = text
        return
    if amount is not None:
        figures[column] = amount


def _parse_year(text: str) -> int | None:
    digits = text.strip().removesuffix("年度").removesuffix("年")
    is_year = len(digits) == len(str(LAST_YEAR)) and digits.isascii() and digits.isdigit()
    return int(digits) if is_year and FIRST_YEAR <= int(digits) <= LAST_YEAR else None
