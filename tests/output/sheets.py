"""Sheets and printouts to arrange tests with: laid out from a form, or made by hand."""

from dataclasses import replace
from decimal import Decimal

from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from selfeval_desktop.domain.form.template import SheetColumn
from selfeval_desktop.domain.layout.sheet import Role, Sheet, SheetCell, lay_out
from tests.builders import complete_form, mof_2020

SENTENCE = "开展信访宣传12场，印发手册3,000册，覆盖率达到95.5%，群众知晓率比上年提高2个百分点；"
RARE = "䶮㛃𬭎𠅤𫟅𬀩☑𠮷"


def sheet_of(form: Form, *, signature: bool | None = None) -> Sheet:
    """The form as its template prints it."""
    template = mof_2020()
    return lay_out(form, template, evaluate(form, template), signature=signature)


def printout(form: Form | None = None, *, name: str = "某区信访办公室-2023-宣传与推广-1", mark: str = "") -> Printout:
    """A form ready to be written."""
    form = complete_form() if form is None else form
    return Printout(name, sheet_of(form), mof_2020().paper, form, mark)


def long_form(rows: int = 30) -> Form:
    """A form over several pages: many indicators in a few groups, goals of some length."""
    groups = (("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标"))
    indicators = tuple(
        Indicator(
            row + 1,
            *groups[row * len(groups) // rows],
            f"第{row + 1}项宣传活动完成率",
            "≥95%",
            "96%",
            weight=Decimal(3),
            deviation="因活动延期至下一季度，已调整计划。" if row % 7 == 3 else "",
        )
        for row in range(rows)
    )
    goals = Goals(SENTENCE * 8, SENTENCE * 6)
    return replace(complete_form(), project_name="社会治理综合宣传", goals=goals, indicators=indicators)


def plain_sheet(*texts: str, columns: int = 2, minimum: float = 20) -> Sheet:
    """Cells of one row each, laid side by side over `columns` columns."""
    cells = tuple(
        SheetCell(number // columns, number % columns, text, align="left") for number, text in enumerate(texts)
    )
    return Sheet(
        title="表",
        subtitle="",
        columns=tuple(SheetColumn(minimum, 1) for _ in range(columns)),
        row_count=-(-len(texts) // columns),
        cells=cells,
        repeated=(),
        signature=(),
        name="",
    )


def label(row: int, text: str, rows: int) -> SheetCell:
    """A merged side label in the first column."""
    return SheetCell(row, 0, text, Role.LABEL, row_span=rows)
