"""What is said of forms that are carried over into another year."""

from collections.abc import Mapping

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.carry_over import CarriedPart, YearMention
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_BEFORE, _BEHIND = 6, 8
"""How many characters are shown around a year."""

_PARTS: Mapping[CarriedPart, tuple[str, str]] = {
    CarriedPart.BASICS: (
        QT_TRANSLATE_NOOP("CarryOver", "基本信息"),
        QT_TRANSLATE_NOOP("CarryOver", "项目名称、主管部门、实施单位和随单位的内容"),
    ),
    CarriedPart.GOALS: (
        QT_TRANSLATE_NOOP("CarryOver", "目标"),
        QT_TRANSLATE_NOOP("CarryOver", "预期目标；实际完成情况清空"),
    ),
    CarriedPart.INDICATORS: (
        QT_TRANSLATE_NOOP("CarryOver", "指标"),
        QT_TRANSLATE_NOOP("CarryOver", "各级指标、年度指标值和分值；完成值、得分、偏差原因清空"),
    ),
    CarriedPart.FUNDS: (
        QT_TRANSLATE_NOOP("CarryOver", "资金"),
        QT_TRANSLATE_NOOP("CarryOver", "年初预算数和全年预算数照抄上年；执行数清空"),
    ),
}


def part_name(kind: CarriedPart) -> str:
    """What a part is called."""
    return translate("CarryOver", _PARTS[kind][0])


def part_description(kind: CarriedPart) -> str:
    """What of a part comes over."""
    return translate("CarryOver", _PARTS[kind][1])


def cleared_content_note() -> str:
    """What never comes over."""
    return translate("CarryOver", "执行数、完成情况、完成值、得分和原因一律清空；目标值和分值保留。")


def mentioned_year_line(form: Form, found: YearMention, *, several: bool) -> str:
    """A year in a text, with a few characters around it, as it is and as it would be.

    `several` has it named which of the new forms it stands in.
    """
    text = edits.cell_text(form, found.field)
    end = found.start + len(found.before)
    ahead, behind = text[max(0, found.start - _BEFORE) : found.start], text[end : end + _BEHIND]
    before, after = (f"{ahead}{year}{behind}".replace("\n", " ") for year in (found.before, found.after))
    project = [" ".join(form.project_name.split())] if several and form.project_name else []
    place = "：".join((*project, cell_names.cell_path(found.field)))
    return translate("CarryOver", "{place}　“{before}” → “{after}”").format(
        place=place, before=before, after=after
    )


def carried_over_summary(forms: int, year: int, waiting: int) -> str:
    """What came of it."""
    text = translate(
        "CarryOver", "已结转 {forms} 张表到 {year} 年度，共 {waiting} 格的值等待认可（Ctrl+K）。"
    )
    return text.format(forms=forms, year=year, waiting=waiting)
