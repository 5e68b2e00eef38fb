"""What is said of another template names it, and counts what was kept, put back and converted."""

from dataclasses import replace

from selfeval_desktop.app.errors import UnknownTemplate
from selfeval_desktop.domain.form.annotations import Annotations, DroppedText
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.template_change import change_template
from selfeval_desktop.ui.filling import template_commands
from tests.builders import complete_form, mof_2020
from tests.templates import elsewhere, later
from tests.ui.sessions import OneTemplate

ROW = FieldRef.indicator(2, "measure", extra=True)


def test_a_version_with_a_place_for_everything_is_told_alone() -> None:
    form = complete_form()
    assert (
        template_commands.template_changed_notice(form, change_template(form, mof_2020(), later()), later())
        == "已换成“财政部 2020 版”第 2 版。"
    )


def test_there_and_back_is_counted() -> None:
    form = complete_form()
    away = change_template(form, mof_2020(), elsewhere())
    told = template_commands.template_changed_notice(form, away, elsewhere())
    assert told == "已换成“外省”第 1 版。有 3 格在新表样里没有位置，已留存。金额已换算成万元。"
    back = change_template(away.form, elsewhere(), mof_2020())
    told = template_commands.template_changed_notice(away.form, back, mof_2020())
    assert told == "已换成“财政部 2020 版”第 1 版。原来留存的 3 格已放回。金额已换算成元。"


def test_a_cell_of_a_template_that_nobody_has_is_told_by_its_key() -> None:
    gone = {ROW: DroppedText("%", "hubei", 1), FieldRef.indicator(99, "actual"): DroppedText("x", "hubei", 1)}
    form = replace(complete_form(), annotations=Annotations(dropped=gone))
    assert list(template_commands.kept_cell_lines(form, NoTemplate())) == [("指标 · 第 2 行 · measure", "%", "hubei")]


class NoTemplate(OneTemplate):
    """Nothing is installed."""

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        raise UnknownTemplate(template_id)
