"""Pasted texts lose what copying brought in, and not a word."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.texts import TextStretch, tidy_text, tidying_changes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ""),
        ("编印手册，发放到户。", "编印手册，发放到户。"),
        ("编印 手 册 ， 发放到户 。", "编印手册，发放到户。"),
        ("  　编印手册\u00a0", "编印手册"),
        ("编印宣传手\n册并发放，\n发放到户。", "编印宣传手册并发放，发放到户。"),
        ("编印手册。\n发放到户；\n回访。", "编印手册。\n发放到户；\n回访。"),
        (
            "目标\n一、编印\n（二）发放\n3.回访\n4、汇总\n⑤归档\n二是总结",
            "目标\n一、编印\n（二）发放\n3.回访\n4、汇总\n⑤归档\n二是总结",
        ),
        ("经费\n3.5万元", "经费3.5万元"),
        ("编印手册\n\n\n发放到户", "编印手册\n\n发放到户"),
        ("编印手册。\n\n发放到户", "编印手册。\n发放到户"),
        ("共 12 场，用  PPT 3 份", "共 12 场，用 PPT 3 份"),
        ("使用 Word\n2016 编辑", "使用 Word 2016 编辑"),
        ("按期完成。。", "按期完成。"),
        ("按期完成，。质量合格。，", "按期完成。质量合格。"),
        ("一项；；二项,,三项、、", "一项；二项,三项、"),
        ("好！！真的？！", "好！！真的？！"),
        ("其他……——按期", "其他……——按期"),
        ("完成率 ≥ 95 %，时间 9:30", "完成率 ≥ 95 %，时间 9:30"),
    ],
)
def test_what_came_in_by_copying_goes(text: str, wanted: str) -> None:
    assert tidy_text(text) == wanted


def test_every_change_is_shown() -> None:
    before = "编印 手册\n发放。。\n用 PPT\nWord。"
    assert tidying_changes(before, tidy_text(before)) == (
        TextStretch("kept", "编印"),
        TextStretch("removed", " "),
        TextStretch("kept", "手册"),
        TextStretch("removed", "\n"),
        TextStretch("kept", "发放。"),
        TextStretch("removed", "。"),
        TextStretch("kept", "\n用 PPT"),
        TextStretch("removed", "\n"),
        TextStretch("added", " "),
        TextStretch("kept", "Word。"),
    )


TEXT = st.text(st.sampled_from("编印手册一二、。，；！？：,;. \n\t　（）“”…—a1%Z-"), max_size=60)


def words(text: str) -> str:
    """The text without white space and the stops that may stand twice."""
    return re.sub(r"[\s？！。；：，、;,]+", "", text)


@given(TEXT)
def test_no_word_is_lost_and_order_stays_order(text: str) -> None:
    after = tidy_text(text)
    assert words(after) == words(text)
    assert tidy_text(after) == after
    assert len(after) <= len(text)


@given(TEXT)
def test_the_changes_lead_from_one_to_the_other(text: str) -> None:
    after = tidy_text(text)
    found = tidying_changes(text, after)
    assert "".join(each.text for each in found if each.kind != "added") == text
    assert "".join(each.text for each in found if each.kind != "removed") == after


@pytest.mark.parametrize("path", sorted(paths.example_folder().glob("*.json")), ids=lambda path: path.stem)
def test_the_goals_of_the_examples_lose_no_word(path: Path) -> None:
    (form,) = form_json.read_file(path, bootstrap.installed_templates())
    for text in (form.goals.expected, form.goals.actual):
        assert words(tidy_text(text)) == words(text)
