"""What a line never tears: figures with operator and unit, Latin words, and signs that cling to their neighbour."""

import re

# No line begins with these …
CLOSING = "，。、；：？！,.;:?!）)］]〕】》〉」』〗〙｝}”’…—–～·‧・•％%‰℃℉°″′＞>々ゝゞーー／/|｜﹐﹑﹒﹔﹕﹖﹗"
# … and none ends with these.
OPENING = "（(［[〔【《〈「『〖〘｛{“‘＜<≥≤≧≦=＝±≈￥¥$＄£€№#＃"
# The ink of these stands in their left half: at a line's end they may reach a little beyond it.
HANGING = frozenset("，。、；：）〕】》〉」』”’")

# Accents and variants of a character stay with it.
_MODIFIERS = "\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_DIGIT = "[0-9０-９]"
_UNIT = (
    "个百分点|平方公里|平方千米|平方米|立方米|公里|公斤|公顷|小时|分钟|千米|千克|毫米|厘米|个月|人次|人天|人月|元整|"
    "年度|年底|年末|年初|月份|月底|月末|季度|"
    "[年月日号时分秒次个人元件份批项台套场户家页张条篇册天米吨克升亩辆所处座间期届岁倍成类种名位组部只头棵幅块层级周季艘%‰％℃㎡㎞㎏㎜㎝]"
)
_NUMBER = rf"{_DIGIT}+(?:[,.:/．]{_DIGIT}+|，{_DIGIT}{{3}}(?!{_DIGIT}))*"
_FIGURE = rf"{_NUMBER}(?: ?[十百千万亿]*(?:{_UNIT})|[十百千万亿]+|[A-Za-z][A-Za-z0-9/²³]*)?(?:/(?:{_UNIT}))?"
_DATE = rf"{_DIGIT}{{2,4}}年{_DIGIT}{{1,2}}月份?"
_OPERATOR = "[≥≤≧≦><=＞＜＝±≈]"
_WHOLE = (
    rf"第?(?:{_OPERATOR} ?){{0,3}}[+\-−]?(?:{_DATE}|{_FIGURE})(?:(?:[\-−–~～]|—{{1,2}})(?:{_DATE}|{_FIGURE}))*"
    r"|[A-Za-z\u00a1-\u024f\u0370-\u052f][A-Za-z0-9\u00a1-\u024f\u0370-\u052f!%&'*+\-./:=?@\\^_|~]*"
    r"|[—–]{2,}|…{2,}|■{2,}"
)
# A sign of comparison before a figure belongs to that, not to what precedes it.
_CLINGING = rf"(?:(?!{_OPERATOR}{{1,2}} ?{_DIGIT})[{re.escape(CLOSING)}{_MODIFIERS}])*"
_PIECE = re.compile(rf"([{re.escape(OPENING)}]*(?:{_WHOLE}|\S){_CLINGING})(\s*)")
_STRAIGHT = re.compile('"([^"]*)("?)')


def unbreakable_pieces(text: str) -> list[tuple[str, str]]:
    """The text, which begins with no white space, as pieces that stay whole, each with the space after it.

    A straight quote opens and closes in turn, and is given back as the curved one it stands for.
    """
    if '"' in text:
        text = _STRAIGHT.sub(lambda quoted: f"“{quoted[1]}{'”' if quoted[2] else ''}", text)
    return _PIECE.findall(text)


def may_break_between(before: str, after: str) -> bool:
    """Whether a line that must tear a piece may do it between these two characters."""
    return before not in OPENING and after not in CLOSING
