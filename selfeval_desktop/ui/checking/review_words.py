"""What a reviewer is likely to ask where a rule finds something: a theme and a question for each code, without blame.

Errors are no matter of opinion and have none.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding, can_be_explained
from selfeval_desktop.wording import cell_names, findings
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate


class ReviewTheme(StrEnum):
    """What reviewers look at, in the order in which they read."""

    MONEY = "money"
    DESIGN = "design"
    RESULTS = "results"
    POINTS = "points"
    TEXTS = "texts"


_THEMES: Mapping[ReviewTheme, str] = {
    ReviewTheme.MONEY: QT_TRANSLATE_NOOP("Checkup", "资金与预算"),
    ReviewTheme.DESIGN: QT_TRANSLATE_NOOP("Checkup", "指标设得合不合适"),
    ReviewTheme.RESULTS: QT_TRANSLATE_NOOP("Checkup", "完成值站不站得住"),
    ReviewTheme.POINTS: QT_TRANSLATE_NOOP("Checkup", "得分与理由"),
    ReviewTheme.TEXTS: QT_TRANSLATE_NOOP("Checkup", "文字与名称"),
}

_QUESTIONS: Mapping[ReviewTheme, Mapping[str, str]] = {
    ReviewTheme.MONEY: {
        "K15": QT_TRANSLATE_NOOP("Checkup", "这个项目今年有没有资金？没有的话为什么还要自评？"),
        "K16": QT_TRANSLATE_NOOP("Checkup", "钱为什么没有按计划花出去？"),
        "K17": QT_TRANSLATE_NOOP("Checkup", "年中预算为什么调整，依据哪份批复？"),
        "K18": QT_TRANSLATE_NOOP("Checkup", "结余这么多，是预算做大了，还是事情没有做完？"),
        "K19": QT_TRANSLATE_NOOP("Checkup", "钱没有花完，指标怎么几乎都完成了？"),
        "K20": QT_TRANSLATE_NOOP("Checkup", "执行率这么低，总分为什么还这么高？"),
        "K40": QT_TRANSLATE_NOOP("Checkup", "预算执行已经单独计分，为什么又作为一条指标再算一次？"),
        "K61": QT_TRANSLATE_NOOP("Checkup", "这两个金额差了约一万倍，是不是把元和万元弄混了？"),
    },
    ReviewTheme.DESIGN: {
        "K02": QT_TRANSLATE_NOOP("Checkup", "这一类指标的分值为什么与规定的不同？"),
        "K03": QT_TRANSLATE_NOOP("Checkup", "这一组指标的分值为什么与规定的不同？"),
        "K35": QT_TRANSLATE_NOOP("Checkup", "同一条指标为什么写了两遍？"),
        "K36": QT_TRANSLATE_NOOP("Checkup", "两条指标这么像，是不是同一件事？两处的要求为什么不一样？"),
        "K38": QT_TRANSLATE_NOOP("Checkup", "为什么缺了这一类指标？"),
        "K39": QT_TRANSLATE_NOOP("Checkup", "分值是怎样定的，看得出哪项更重要吗？"),
        "K41": QT_TRANSLATE_NOOP("Checkup", "比率最高就是 100%，怎么要求大于等于 100%？"),
        "K42": QT_TRANSLATE_NOOP("Checkup", "名称说的是数量或比率，目标为什么没有数字？"),
        "K43": QT_TRANSLATE_NOOP("Checkup", "满意度是怎样调查的，结果是百分之几？"),
        "K48": QT_TRANSLATE_NOOP("Checkup", "目标是 0，怎样算完成了多少？"),
    },
    ReviewTheme.RESULTS: {
        "K26": QT_TRANSLATE_NOOP("Checkup", "超额这么多，是不是当初目标定低了？"),
        "K28": QT_TRANSLATE_NOOP("Checkup", "这一项完成得怎样，凭什么得分？"),
        "K29": QT_TRANSLATE_NOOP("Checkup", "定性的指标做了哪些事，能不能说具体？"),
        "K30": QT_TRANSLATE_NOOP("Checkup", "目标是数字，实际完成了多少？"),
        "K31": QT_TRANSLATE_NOOP("Checkup", "实际完成的到底是多少？带“≥”看不出确切的数。"),
        "K32": QT_TRANSLATE_NOOP("Checkup", "目标和完成值的单位不一样，怎样比较？"),
        "K34": QT_TRANSLATE_NOOP("Checkup", "这里的符号是什么意思？"),
        "K44": QT_TRANSLATE_NOOP("Checkup", "每项都刚好完成、都是满分，是实测的结果，还是照抄了目标？"),
        "K47": QT_TRANSLATE_NOOP("Checkup", "完成值怎么是负数？"),
    },
    ReviewTheme.POINTS: {
        "K10": QT_TRANSLATE_NOOP("Checkup", "执行率得分与算出来的不同，是按什么办法算的？"),
        "K24": QT_TRANSLATE_NOOP("Checkup", "目标完成了，为什么还扣分？"),
        "K53": QT_TRANSLATE_NOOP("Checkup", "扣了分，原因却写“无”，到底是什么原因？"),
        "K54": QT_TRANSLATE_NOOP("Checkup", "得了满分，怎么又说没有完成？"),
        "K56": QT_TRANSLATE_NOOP("Checkup", "原因说清了，打算怎样改进？"),
    },
    ReviewTheme.TEXTS: {
        "K51": QT_TRANSLATE_NOOP("Checkup", "实际完成情况和目标写得一样，究竟做成了什么？"),
        "K52": QT_TRANSLATE_NOOP("Checkup", "能不能写短一些？超过了规定的字数。"),
        "K55": QT_TRANSLATE_NOOP("Checkup", "这里写的年份不是本年度，是不是用了往年的文字？"),
        "K57": QT_TRANSLATE_NOOP("Checkup", "文字里有多余的空格或全角数字，是不是从别处粘贴来的？"),
        "K58": QT_TRANSLATE_NOOP("Checkup", "公开以前，电话号码要不要去掉？"),
        "K59": QT_TRANSLATE_NOOP("Checkup", "同一年有两张同名的表，是不是重复填报？"),
    },
}
_PLACE_OF = {code: theme for theme, questions in _QUESTIONS.items() for code in questions}


class ReviewQuestion(NamedTuple):
    """What may be asked about one finding: the question, where, what the form shows there, and the answer that is written."""

    asked: str
    line: AcceptedFinding
    place: str
    shown: str

    @property
    def answer(self) -> str:
        """The reason that was written for it; "" while there is none."""
        return self.line.reason


def codes_with_question() -> frozenset[str]:
    """The codes that have a question."""
    return frozenset(_PLACE_OF)


def theme_name(theme: ReviewTheme) -> str:
    """The theme in a few words."""
    return translate("Checkup", _THEMES[theme])


def review_questions(
    lines: Sequence[AcceptedFinding], template: Template
) -> tuple[tuple[ReviewTheme, tuple[ReviewQuestion, ...]], ...]:
    """What may be asked about these findings, by theme; themes without a question are left out."""
    asked: dict[ReviewTheme, list[ReviewQuestion]] = {theme: [] for theme in ReviewTheme}
    for line in lines:
        theme = _PLACE_OF.get(line.finding.code)
        if theme is not None and can_be_explained(line.finding):
            asked[theme].append(_review_question(theme, line, template))
    return tuple((theme, tuple(found)) for theme, found in asked.items() if found)


def question_count_sentence(count: int) -> str:
    """How many questions are to be expected."""
    if not count:
        return translate("Checkup", "没有发现容易被问到的地方。")
    return translate("Checkup", "审核的人可能会问 {count} 个问题。先想好怎么答，或写明理由。").format(
        count=count
    )


def review_questions_sheet(
    asked: Sequence[tuple[ReviewTheme, Sequence[ReviewQuestion]]], form_name: str
) -> Sheet:
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


def _review_question(theme: ReviewTheme, line: AcceptedFinding, template: Template) -> ReviewQuestion:
    asked = translate("Checkup", _QUESTIONS[theme][line.finding.code])
    place = cell_names.cell_path(line.finding.field, template)
    return ReviewQuestion(asked, line, place, findings.finding_sentence(line.finding, template))
