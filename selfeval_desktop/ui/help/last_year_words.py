"""What is told beside a form of last year's: one cell in a tooltip, or what belongs to it in a line."""

from collections.abc import Iterator

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.last_year import LastYear
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import translate

_BETWEEN = "\u3000"


def last_year_tooltip(found: LastYear, cell: FieldRef) -> str:
    """What stood in that cell; "" where nothing did."""
    text = found.cell_text(cell)
    return (
        translate("LastYear", "上年（{year} 年度）：{text}").format(year=found.form.year, text=text)
        if text
        else ""
    )


def last_year_line(found: LastYear, cell: FieldRef, template: Template) -> str:
    """Last year's cell in one line; of a row of indicators target, result and score come with it."""
    parts = list(_named_cell_texts(found, cell, template))
    if parts:
        return translate("LastYear", "上年（{year} 年度）：{text}").format(
            year=found.form.year, text=_BETWEEN.join(parts)
        )
    if cell.part == "indicators" and cell.row not in found.rows:
        text = translate("LastYear", "上年（{year} 年度）没有这个指标。")
    else:
        text = translate("LastYear", "上年（{year} 年度）这一格没有填写。")
    return text.format(year=found.form.year)


def none_found(year: int | None) -> str:
    """There is no form to show, of the year before that one."""
    if year is None:
        return translate("LastYear", "这张表没有填年度，找不到上年的表。")
    return translate("LastYear", "台账里没有同一项目上年（{year} 年度）的表。").format(year=year - 1)


def _named_cell_texts(found: LastYear, cell: FieldRef, template: Template) -> Iterator[str]:
    texts = dict(found.row_texts(cell.row)) if cell.part == "indicators" and isinstance(cell.row, int) else {}
    if cell not in texts and (text := found.cell_text(cell)):
        texts = {cell: text, **texts}
    for field, text in texts.items():
        yield f"{cell_names.cell_name(field, template)} {' '.join(text.split())}"
