"""Proposals for 定性 rows: actual values that fit a target in words, and the achievement that one suggests.

They give no score: the filler picks 达成, 部分达成 or 未达成.
"""

import re
from typing import Literal

from selfeval_desktop.domain.form.form import Achievement
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import Direction

Trend = Literal["up", "down"]

_UP = ("提高", "提升", "上升", "增加", "增长", "增强", "改善", "加强", "优化", "扩大", "促进", "好转", "加快")
_DOWN = ("下降", "降低", "减少", "减轻", "缩短", "缩小", "下滑", "减弱", "恶化", "压减", "放缓")
_STILL = re.compile(rf"持平|不变|(?:未|没有?|无|不)(?:变|(?:能|见|明显|显著)?(?:{'|'.join((*_UP, *_DOWN))}))")
_PARTLY = ("基本", "部分", "有所", "略有", "一定", "一般", "较为")
# 差 counts at the end only: 差距 may have become smaller.
_NOT = re.compile(r"未达|未完成|未实现|不明显|不达标|不理想|较差|差$")
_OFFICIAL: tuple[tuple[str, Achievement], ...] = (
    ("达成年度指标", "met"),
    ("部分达成年度指标并具有一定效果", "partly"),
    ("未达成年度指标且效果较差", "unmet"),
)


def detect_trend(text: str) -> Trend | None:
    """Whether the text speaks of more or of less; None for neither or both, and where nothing is to move (不下降)."""
    if _STILL.search(text):
        return None
    up, down = (any(word in text for word in words) for words in (_UP, _DOWN))
    return None if up == down else "up" if up else "down"


def proposed_answers(target: str) -> tuple[tuple[str, Achievement], ...]:
    """Actual values for a target in words, each with its achievement, the best first; none for a numeric target."""
    if not target.strip() or measures.read_measure(target).direction is not Direction.WORDS:
        return ()
    word = _trend_word(target)
    if word is None:
        plain = " ".join(target.split())
        return ((plain, "met"), (f"基本{plain}", "partly"), ("一般", "partly"), ("较差", "unmet"), *_OFFICIAL)
    opposite = "下降" if word in _UP else "上升"
    trends: tuple[tuple[str, Achievement], ...] = (
        (f"显著{word}", "met"),
        (word, "met"),
        (f"有所{word}", "partly"),
        ("持平", "unmet"),
        (opposite, "unmet"),
    )
    return (*trends, *_OFFICIAL)


def suggest_achievement(target: str, actual: str) -> Achievement | None:
    """The achievement that an actual value suggests; None where its words are not clear, and for numeric targets."""
    if not actual.strip() or not target.strip() or measures.read_measure(target).direction is not Direction.WORDS:
        return None
    stated = measures.achievement_in(actual)
    if stated is not None:
        return stated
    if measures.same_value(target, actual):
        return "met"
    wanted, came = detect_trend(target), detect_trend(actual)
    if wanted and (came not in {None, wanted} or _STILL.search(actual)):
        return "unmet"
    if actual.startswith(_PARTLY):
        return "partly"
    if _NOT.search(actual.rstrip()):
        return "unmet"
    return "met" if wanted and came else None


def _trend_word(target: str) -> str | None:
    if detect_trend(target) is None:
        return None
    return next(word for word in (*_UP, *_DOWN) if word in target)
