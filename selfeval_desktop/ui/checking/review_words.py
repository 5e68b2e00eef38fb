"""What a reviewer is likely to ask about the findings of a form, by theme, in the window and on paper."""

from collections.abc import Sequence
from typing import NamedTuple

from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding, can_be_explained
from selfeval_desktop.wording import cell_names, findings
from selfeval_desktop.wording.rules import RULE_WORDS
from selfeval_desktop.wording.rules.rule_words import ReviewTheme
from selfeval_desktop.wording.translation import translate


class ReviewQuestion(NamedTuple):
    """What a reviewer may ask about one finding; `place` is its cell in words, `shown` the finding's sentence."""

    asked: str
    line: AcceptedFinding
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
    for line in lines:
        theme = RULE_WORDS[line.finding.code].theme
        if theme is not None and can_be_explained(line.finding):
            asked[theme].append(_review_question(line, template))
    return tuple((theme, tuple(found)) for theme, found in asked.items() if found)


def question_count_sentence(count: int) -> str:
    """How many questions are to be expected."""
    if not count:
        return translate("Checkup", "没有发现容易被问到的地方。")
    return translate("Checkup", "审核的人可能会问 {count} 个问题。先想好怎么答，或写明理由。").format(count=count)


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


def _review_question(line: AcceptedFinding, template: Template) -> ReviewQuestion:
    asked = translate("Checkup", RULE_WORDS[line.finding.code].question)
    place = cell_names.cell_path(line.finding.field, template)
    return ReviewQuestion(asked, line, place, findings.finding_sentence(line.finding, template))
