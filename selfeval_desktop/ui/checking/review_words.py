"""What a reviewer is likely to ask about the findings of a form, by theme, in the window and on paper.

What it may cost is told in the window only: it is an estimate.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selfeval_desktop.domain.form.amounts import ZERO, plain_number
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding, can_be_explained
from selfeval_desktop.domain.rules.deductions import PointsAtStake, ReviewEstimate, ReviewRule
from selfeval_desktop.domain.rules.finding_groups import FindingGroup, group_findings
from selfeval_desktop.wording import cell_names, findings
from selfeval_desktop.wording.rules import RULE_WORDS
from selfeval_desktop.wording.rules.rule_words import ReviewTheme
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate


class ReviewQuestion(NamedTuple):
    """What a reviewer may ask about the findings of one rule; `place` are their cells, `shown` is their sentence."""

    asked: str
    line: FindingGroup
    place: str
    shown: str

    @property
    def answer(self) -> str:
        """The filler's reason for the finding; "" while there is none."""
        return self.line.reason


def theme_name(theme: ReviewTheme) -> str:
    """The theme in a few words."""
    return translate("Checkup", theme)


def review_questions(
    lines: Sequence[AcceptedFinding], template: Template
) -> tuple[tuple[ReviewTheme, tuple[ReviewQuestion, ...]], ...]:
    """The questions about these findings by theme; themes without a question, and errors, are left out."""
    asked: dict[ReviewTheme, list[ReviewQuestion]] = {theme: [] for theme in ReviewTheme}
    for line in group_findings(lines):
        theme = RULE_WORDS[line.finding.code].theme
        if theme is not None and can_be_explained(line.finding):
            asked[theme].append(_review_question(line, template))
    return tuple((theme, tuple(found)) for theme, found in asked.items() if found)


def question_count_sentence(count: int) -> str:
    """How many questions are to be expected."""
    if not count:
        return translate("Checkup", "没有发现容易被问到的地方。")
    return translate("Checkup", "审核的人可能会问 {count} 个问题。先想好怎么答，或写明理由。").format(count=count)


_RULE_NAMES: Mapping[ReviewRule, str] = {
    ReviewRule.OVERSCORED: QT_TRANSLATE_NOOP("Checkup", "得分高于实际完成的情况"),
    ReviewRule.UNCHECKABLE: QT_TRANSLATE_NOOP("Checkup", "第 4 条，指标无法考核"),
    ReviewRule.NO_SURVEY: QT_TRANSLATE_NOOP("Checkup", "第 5 条，满意度没有依据"),
    ReviewRule.SEVERAL_TASKS: QT_TRANSLATE_NOOP("Checkup", "第 8 条，一个指标几件事"),
    ReviewRule.OUTPUT_AS_BENEFIT: QT_TRANSLATE_NOOP("Checkup", "第 10 条，同一指标只算一个"),
    ReviewRule.PAYING: QT_TRANSLATE_NOOP("Checkup", "第 12 条，以付款作指标"),
}


def estimate_sentence(estimate: ReviewEstimate) -> str:
    """The form's total and what reviewers may leave of it, with the source; "" where nothing is at stake."""
    if not estimate.rows:
        return ""
    told = translate(
        "Checkup",
        "自评 {own} 分，若按复核口径约 {reviewed} 分。这是按一份审核底稿的扣分规则估计的，各地不一；每行只计最重的一条。",
    )
    return told.format(own=f"{estimate.score_total:.2f}", reviewed=f"{estimate.reviewed_total:.2f}")


def points_at_stake_sentence(rows: Sequence[PointsAtStake]) -> str:
    """What the rows of one question may lose, and by which of the reviewers' rules; "" for none."""
    if not rows:
        return ""
    points = sum((row.points for row in rows), ZERO)
    told = translate("Checkup", "复核可能扣 {points} 分（{rule}）")
    return told.format(points=plain_number(points), rule=translate("Checkup", _RULE_NAMES[rows[0].rule]))


def review_questions_sheet(asked: Sequence[tuple[ReviewTheme, Sequence[ReviewQuestion]]], form_name: str) -> Sheet:
    """The questions on paper, by theme; `form_name` stands below the title."""
    columns = (
        ListColumn(translate("Checkup", "可能会问"), "text", 70, 3, "left"),
        ListColumn(translate("Checkup", "位置"), "text", 44, 1, "left"),
        ListColumn(translate("Checkup", "表里的情况"), "text", 80, 3, "left"),
        ListColumn(translate("Checkup", "已写的理由"), "text", 44, 2, "left"),
    )
    lines: list[ListLine] = []
    for theme, found in asked:
        lines.append(ListLine((), theme_name(theme), "left"))
        lines += [ListLine((each.asked, each.place, each.shown, each.answer)) for each in found]
    if not lines:
        lines.append(ListLine((), question_count_sentence(0), "left"))
    return list_sheet(ListCaption(translate("Checkup", "填报质量体检"), form_name), columns, lines)


def _review_question(line: FindingGroup, template: Template) -> ReviewQuestion:
    asked = translate("Checkup", RULE_WORDS[line.finding.code].question)
    place = cell_names.cells_path(line.cells, template)
    return ReviewQuestion(asked, line, place, findings.group_sentence(line, template))
