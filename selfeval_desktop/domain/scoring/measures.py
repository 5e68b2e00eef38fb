"""The reader of targets and actual values: operator, number and unit, or words.

The text of a cell stays as typed; a MeasuredValue is what it means for calculating.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from selfeval_desktop.domain.form.form import Achievement
from selfeval_desktop.domain.form.texts import HAN


class Direction(StrEnum):
    """The class of a target: 正向, 反向, 等于, 定性; BY_HAND for ranges and dates, which the filler scores."""

    MORE = "more"
    LESS = "less"
    EQUAL = "equal"
    WORDS = "words"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class MeasuredValue:
    """A target or an actual value as read.

    `operator` is one of ≥ ≤ > < = or empty. `number` is as written, without its unit; None for words,
    ranges and dates. `unit` is as written, in half-width characters ("%", "万元", "人次"), without the brackets that
    Shanghai puts around it: (%), (场).
    """

    direction: Direction
    operator: str = ""
    number: Decimal | None = None
    unit: str = ""


_NUMBER = r"[+-]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_SIGNS = {
    ">=": "≥",
    "≧": "≥",
    "≥": "≥",
    "<=": "≤",
    "≦": "≤",
    "≤": "≤",
    ">": ">",
    "<": "<",
    "=": "=",
    "═": "=",
    "==": "=",
}
_BEFORE = {
    "≥": ("不少于", "不低于", "不小于", "至少", "大于等于", "大于或等于"),
    "≤": ("不超过", "不高于", "不大于", "不多于", "至多", "小于等于", "小于或等于"),
    ">": ("大于", "高于", "多于", "超过"),
    "<": ("小于", "低于", "少于"),
    "=": ("等于",),
}
_AFTER = {"≥": ("及以上", "以上"), "≤": ("及以下", "以下", "以内", "之内", "内")}
_OPERATORS = _SIGNS | {word: sign for sign, words in _BEFORE.items() for word in words}
_SUFFIXES = {word: sign for sign, words in _AFTER.items() for word in words}

_MEASURE = re.compile(
    rf"(?:达到|实现|完成|达)?(?P<operator>{'|'.join(sorted(map(re.escape, _OPERATORS), key=len, reverse=True))})?"
    rf"(?P<percent>百分之|百分比)?(?P<number>{_NUMBER})(?P<unit>[^0-9,，。;；、]*?)"
    rf"(?P<suffix>{'|'.join(_SUFFIXES)})?"
)
# How most cells are written, read by one match. Four digits before a point may be a year and its month.
_PLAIN = re.compile(r"(?P<operator>>=|<=|[≥≧≤≦><=═]?)(?P<number>[0-9]{1,3}(?:\.[0-9]+)?|[0-9]+)(?P<unit>%?)")
_DIGIT = re.compile(r"[0-9]")
_RANGE = re.compile(rf"{_NUMBER}[^0-9,，。;；、]{{0,4}}?(?:-|~|～|—|–|至|到){_NUMBER}[^0-9]*")
_DATE = re.compile(
    r"(?:19|20)[0-9]{2}(?:年|[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?$)|[0-9]{1,2}月(?!度)|(?:年|月|季度)[底末前内]"
)
_PERCENT = re.compile(r"(?:%|百分比|百分数)")
_LONGEST_UNIT = 12
# A unit in brackets, alone or behind its own sign: (场), %(百分比); 人(次) and 家(户) are units of their own.
_BRACKETED_UNIT = re.compile(rf"(?P<sign>[^{HAN}(]*)\((?P<name>[^()]+)\)")
# 以上(含90%) says what 以上 means anyway.
_INCLUSIVE = re.compile(r"\(含[^()]*\)")
_SUFFIX_IN_BRACKETS = re.compile(rf"\(({'|'.join(_SUFFIXES)})\)")
_BRACKETS = str.maketrans("[]【】〔〕", "()()()")
_NUMBER_AND_UNIT = re.compile(rf"{_NUMBER}(?=[{HAN}%‰(])")
_HINT_BEHIND_NAME = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]$")
_RATES = ("率", "比例", "占比", "满意度")
IN_WORDS = "定性"
"""In the column of operators, for a target in words."""

_MAGNITUDES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_FRACTIONS = {"%": Decimal("0.01"), "‰": Decimal("0.001")}

# Compatibility normalisation would turn these into digits (㎡ into m2).
_POWERS = str.maketrans({"㎡": "平方米", "㎥": "立方米", "²": "平方", "³": "立方"})
_POWER = re.compile("[㎡㎥²³]|m[23]")
_METRES = re.compile(r"(?<=[0-9(（\[【])(?P<kilo>k?)m(?P<power>[2²3³])(?![0-9])")

_ACHIEVEMENTS: dict[str, Achievement] = {
    "达成": "met",
    "达成预期指标": "met",
    "达成年度指标": "met",
    "部分达成": "partly",
    "部分达成预期指标": "partly",
    "部分达成年度指标并具有一定效果": "partly",
    "未达成": "unmet",
    "未达成预期指标": "unmet",
    "未达成年度指标且效果较差": "unmet",
}


@lru_cache(maxsize=4096)
def read_measure(text: str) -> MeasuredValue:
    """What a target or an actual value means; without an operator a number counts as 等于."""
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        operator = _SIGNS.get(plain["operator"], "")
        return MeasuredValue(_operator_direction(operator), operator, Decimal(plain["number"]), plain["unit"])
    compact = _SUFFIX_IN_BRACKETS.sub(r"\1", _INCLUSIVE.sub("", _compact_text(text)))
    if not _DIGIT.search(compact):
        return MeasuredValue(Direction.BY_HAND if _DATE.search(compact) else Direction.WORDS)
    if _RANGE.fullmatch(compact) or _DATE.search(compact):
        return MeasuredValue(Direction.BY_HAND)
    found = _MEASURE.fullmatch(compact)
    unit = _plain_unit(found["unit"]) if found else ""
    if found is None or len(unit) > _LONGEST_UNIT:
        return MeasuredValue(Direction.WORDS)
    before, after = _OPERATORS.get(found["operator"] or "", ""), _SUFFIXES.get(found["suffix"] or "", "")
    if before and after and before != after:
        return MeasuredValue(Direction.BY_HAND)
    operator = before or after
    number = Decimal(found["number"].replace(",", ""))
    return MeasuredValue(_operator_direction(operator), operator, number, "%" if found["percent"] else unit)


def comparable_numbers(target: MeasuredValue, actual: MeasuredValue) -> tuple[Decimal, Decimal] | None:
    """Both numbers on one scale; None where one is no number or the units contradict each other.

    A missing unit is taken from the other side: 3 answers ≥3次, 5 answers ≥5万元, 100% answers 100.
    """
    if target.number is None or actual.number is None:
        return None
    if not target.unit or not actual.unit or target.unit == actual.unit:
        return target.number, actual.number
    target_scale, target_base = _unit_scale(target.unit)
    actual_scale, actual_base = _unit_scale(actual.unit)
    if target_base and actual_base and target_base != actual_base:
        return None
    return target.number * target_scale, actual.number * actual_scale


@lru_cache(maxsize=4096)
def count_numbers(text: str) -> int:
    """How many numbers with a unit the text names, as in 1部宣传片,2套方案; ranges and dates are left out."""
    compact = _compact_text(text)
    if read_measure(text).direction is Direction.BY_HAND:
        return 0
    return len(_NUMBER_AND_UNIT.findall(compact))


@lru_cache(maxsize=4096)
def name_without_hint(name: str) -> str:
    """The name of an indicator without what stands in brackets behind it: a unit (个), a lower limit (≥**平方米)."""
    return _HINT_BEHIND_NAME.sub("", "".join(name.split()))


def is_rate_name(name: str) -> bool:
    """Whether an indicator of that name is a rate."""
    return name_without_hint(name).endswith(_RATES)


def operator_in(text: str) -> str:
    """The operator that a sign or a word in a cell of its own stands for; "" for none, 定性 among them."""
    return _OPERATORS.get(_compact_text(text), "")


def same_value(target: str, actual: str) -> bool:
    """Whether the actual value repeats the target, operator and white space aside."""
    return _comparison_text(target) == _comparison_text(actual)


@lru_cache(maxsize=4096)
def achievement_in(actual: str) -> Achievement | None:
    """The grade that a 定性 actual value states in the official words (达成预期指标, 部分达成, …)."""
    return _ACHIEVEMENTS.get(_compact_text(actual).rstrip("。"))


@lru_cache(maxsize=4096)
def _comparison_text(text: str) -> str:
    measure = read_measure(text)
    if measure.number is not None:
        return f"{measure.number.normalize():f}{measure.unit}"
    return _compact_text(text)


def _compact_text(text: str) -> str:
    if _POWER.search(text):
        text = _METRES.sub(_metres_in_words, text).translate(_POWERS)
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(_BRACKETS)


def _metres_in_words(found: re.Match[str]) -> str:
    return f"{'平方' if found['power'] in '2²' else '立方'}{'公里' if found['kilo'] else '米'}"


def _plain_unit(unit: str) -> str:
    """The unit without brackets, any word for percent as %."""
    bracketed = _BRACKETED_UNIT.fullmatch(unit)
    return _PERCENT.sub("%", (bracketed["sign"] or bracketed["name"]) if bracketed else unit)


def _operator_direction(operator: str) -> Direction:
    if operator in {"≥", ">"}:
        return Direction.MORE
    if operator in {"≤", "<"}:
        return Direction.LESS
    return Direction.EQUAL


def _unit_scale(unit: str) -> tuple[Decimal, str]:
    """Magnitude and base of a unit: 万元 is 10,000 元, % is 0.01."""
    if unit in _FRACTIONS:
        return _FRACTIONS[unit], "ratio"
    return _MAGNITUDES.get(unit[0], Decimal(1)), unit[1:] if unit[0] in _MAGNITUDES else unit
