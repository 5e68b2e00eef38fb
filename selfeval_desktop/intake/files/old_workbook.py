"""The sheets of .xls and .ods files. Their number formats are unknown, so a fraction that may be a percentage is doubted."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import Container, PassedOverReason
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files.cells import BlockBuilder, CellGathering, FileRefused
from selfeval_desktop.intake.forms import numbers


def read_old_workbook(path: Path, gathering: CellGathering) -> None:
    """Read all visible sheets that hold cells. FileRefused."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_path(str(path))
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            if about.visible is not SheetVisibleEnum.Visible:
                gathering.skip_part(Container.SHEET, about.name, PassedOverReason.HIDDEN)
                continue
            block, sheet = (
                gathering.begin_block(Container.SHEET, about.name),
                book.get_sheet_by_name(about.name),
            )
            top, left = sheet.start or (0, 0)
            for row, values in enumerate(sheet.to_python(skip_empty_area=True), start=top):
                for column, value in enumerate(values, start=left):
                    _put_value(block, row, column, value)
            for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
                for row in range(top + 1, min(bottom, block.last) + 1):
                    block.mark_covered(row, left)
            gathering.end_block(block)
    except PasswordError as error:
        raise FileRefused(UnfitReason.LOCKED) from error
    except CalamineError as error:
        raise FileRefused(UnfitReason.BROKEN) from error


def _put_value(
    block: BlockBuilder, row: int, column: int, value: str | float | bool | datetime | date | time | timedelta
) -> None:
    match value:
        case str():
            block.put_text(row, column, value)
        case bool():
            block.put_text(row, column, str(value).upper())
        case int() | float():
            _put_number(block, row, column, repr(value))
        case datetime():
            block.put_text(row, column, numbers.moment_text(value))
        case date():
            block.put_text(row, column, f"{value:%Y-%m-%d}")
        case _:
            block.put_text(row, column, str(value))


def _put_number(block: BlockBuilder, row: int, column: int, figure: str) -> None:
    text = numbers.number_text(figure, "plain")
    if not block.put_text(row, column, text):
        return
    if numbers.is_inexact(figure):
        block.add_doubt(row, column, text, Refusal.INEXACT)
    elif numbers.is_fraction(figure):
        block.add_doubt(row, column, text, Refusal.FRACTION)
