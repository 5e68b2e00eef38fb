"""The 对照单 of a form, for typing it over into a portal at another PC: what stands in each field, and a box to tick."""

from collections.abc import Sequence
from dataclasses import replace

from selfeval_desktop.app.paper.outputs import FormOutput
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.wording.translation import translate

_BOX = "□"


def type_over_printout(output: FormOutput, lines: Sequence[tuple[str, str]]) -> Printout:
    """The list on standing A4: label and content of each field."""
    sheet = type_over_sheet(output.form.project_name, lines)
    paper = PaperChoice(size="A4", orientation="portrait").apply_to_paper(output.printout.paper)
    return Printout(f"{output.printout.name}-{sheet.title}", sheet, replace(paper, imprint=False))


def type_over_sheet(name: str, lines: Sequence[tuple[str, str]]) -> Sheet:
    """Label and content of each field, and a box to tick. `name` is the form's."""
    columns = (
        ListColumn(translate("Lists", "序号"), "count", 11),
        ListColumn(translate("Lists", "栏目"), "text", 52, 1, "left"),
        ListColumn(translate("Lists", "内容"), "text", 80, 3, "left"),
        ListColumn(translate("Lists", "已录"), "text", 13),
    )
    subtitle = translate("Lists", "（{name}）").format(name=name) if name else ""
    rows = [ListLine((number, label, text, _BOX)) for number, (label, text) in enumerate(lines, start=1)]
    return list_sheet(ListCaption(translate("Lists", "录入对照单"), subtitle), columns, rows)
