"""What spreadsheets and word processors are given alike: type, widths of columns, and how an unfinished form is marked."""

import unicodedata

from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.output.pdf.text_layout import Composer

SONG, HEI = "宋体", "黑体"


class _OfficeAdvances(dict[str, float]):
    """Advances as office programs are likely to have them: half an em for Latin, one for Chinese."""

    def __missing__(self, character: str) -> float:
        wide = unicodedata.east_asian_width(character) in "WFA"
        advance = self[character] = 1.0 if wide else 0.55
        return advance


COMPOSER = Composer(_OfficeAdvances())


def marked_title(printout: Printout) -> str:
    """The sheet's title followed by the mark in brackets: files for editing have no mark across their pages."""
    return f"{printout.sheet.title}（{printout.mark}）" if printout.mark else printout.sheet.title


def lines_below(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """What stands below the table, line by line, each in parts that lie evenly across the page."""
    return (*((note,) for note in sheet.notes), *sheet.signature_lines)
