"""Near twins: names that differ and yet mean one indicator, such as 社会防控面影响力 and 社会面防控影响力 (K36)."""

from collections import Counter
from functools import lru_cache

from rapidfuzz import fuzz, process

# What a name may end in without meaning another thing: 及时率 and 及时性 are one.
_ENDINGS = frozenset("率性度力")
# Words that make another indicator of a name: 完成率 and 及时完成率, 办理率 and 办理效率.
_TELLING = frozenset(
    {"及时", "按时", "按期", "准时", "合格", "达标", "优良", "验收", "有效", "准确", "规范", "安全", "效"}
    | {"不", "未", "无", "非", "上", "下", "新增", "重复"}
)


@lru_cache(maxsize=256)
def near_twins(names: tuple[str, ...], least: float) -> tuple[tuple[int, int], ...]:
    """The places of each pair of near twins, the earlier first, among names that are all different.

    `least` is the likeness in percent. It alone would take 开工率 for 完工率 and 数量 for 质量: two names
    are twins only when one says what the other says and a little more, or the same in another order.
    """
    return tuple(
        (earlier, later)
        for later, name in enumerate(names)
        for other, _, earlier in process.extract(name, names[:later], scorer=fuzz.ratio, score_cutoff=least, limit=None)
        if _mean_the_same(other, name)
    )


def twins_of(name: str, names: tuple[str, ...], least: float) -> tuple[int, ...]:
    """The places of the near twins of one name among these, none of which is the name itself; as `near_twins`."""
    likely = process.extract(name, names, scorer=fuzz.ratio, score_cutoff=least, limit=None)
    return tuple(sorted(place for other, _, place in likely if _mean_the_same(other, name)))


@lru_cache(maxsize=8192)
def _mean_the_same(one: str, other: str) -> bool:
    only_one, only_other = _surplus_characters(one, other), _surplus_characters(other, one)
    if only_one and only_other:
        return set(only_one + only_other) <= _ENDINGS
    more = only_one or only_other
    return more not in _TELLING and not any(map(str.isnumeric, more))


def _surplus_characters(text: str, other: str) -> str:
    """The characters that the text has more of, in its order."""
    return "".join((Counter(text) - Counter(other)).elements())
