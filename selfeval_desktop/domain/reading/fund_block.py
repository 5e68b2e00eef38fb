"""Where a pasted block goes in the funds table: by its own heads and labels, else from the cursor on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, zip_longest

from selfeval_desktop.domain.form.template import FundsLayout
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import Refusal

Names = Mapping[str, tuple[str, ...]]

# Other names of rows and columns that offices write, by key.
ROW_NAMES: Names = {
    "total": (
        *("年度资金总额", "资金总额", "项目资金总额", "年度总额", "总额", "合计", "资金合计", "年度资金总计"),
        *("资金总计", "年度预算资金总额", "年度资金合计", "项目资金合计", "总计"),
    ),
    "current_year": (
        *("当年财政拨款", "本年财政拨款", "财政拨款", "财政资金", "当年财政资金", "本年财政资金"),
        *("一般公共预算拨款", "一般公共预算", "本年度财政拨款", "财政拨款资金", "当年财政预算拨款", "当年一般公共预算"),
        *("本年一般公共预算拨款", "当年一般公共预算拨款", "年度财政拨款"),
    ),
    "carried_over": (
        *("上年结转资金", "上年结转", "结转资金", "上年结转结余", "结转结余资金", "上年结余结转资金"),
        *("上年结余", "上年度结转资金", "上年结转和结余", "结余结转资金", "上年结转结余资金", "以前年度结转资金"),
    ),
    "other": ("其他资金", "其他", "其它资金", "其它", "其他来源资金", "其他资金来源"),
}
COLUMN_NAMES: Names = {
    "initial": (
        *("年初预算数", "年初预算", "年初预算金额", "年初批复预算数", "年初数", "年初批复数", "年初预算批复数"),
        *("年初下达数", "年初预算额"),
    ),
    "annual": (
        *("全年预算数", "全年预算", "预算数", "全年预算金额", "调整后预算数", "调整预算数", "年度预算数"),
        *("调整后预算", "年度预算", "预算金额", "全年预算额", "全年预算总额", "全年预算安排数", "预算安排数"),
        "调整后全年预算数",
    ),
    "executed": (
        *("全年执行数", "全年执行", "执行数", "实际执行数", "全年支出数", "实际支出数", "执行金额", "预算执行数"),
        *("全年支出", "实际支出", "支出数", "支出金额", "实际支出金额", "全年实际执行数", "全年执行金额", "年度执行数"),
        *("预算执行金额", "全年执行额", "全年预算执行数", "全年实际支出数", "决算数"),
    ),
    "weight": ("分值", "权重", "标准分", "指标分值", "分值权重"),
    "rate": ("执行率", "预算执行率", "资金执行率", "全年执行率", "全年预算执行率"),
    "score": ("得分", "自评得分", "自评分", "评分", "实际得分"),
}
_FEWEST_HEADS = 2

Place = int | Refusal | None
"""A row or column number of the table; None for the heads and labels themselves, a Refusal where none fits."""
TextBlock = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class FundBlockMapping:
    """The row and column of the funds table for each row and column of the block."""

    rows: tuple[Place, ...]
    columns: tuple[Place, ...]


def map_fund_block(block: TextBlock, layout: FundsLayout, row: int, column: int) -> FundBlockMapping:
    """Matched by a row of heads and a column of labels; where these are missing, counted from that cell on."""
    head, heads = _find_heading_row(block, layout)
    side, sides = _find_label_column(block, layout)
    free_rows, free_columns = count(row), count(column)
    rows: list[Place] = []
    for place, texts in enumerate(block):
        if place == head or (not any(map(str.strip, texts)) and sides):
            rows.append(None)
        elif sides:
            rows.append(sides.get(place, Refusal.UNKNOWN))
        else:
            rows.append(Refusal.ABOVE if head is not None and place < head else next(free_rows))
    columns: list[Place] = []
    for place in range(max(map(len, block), default=0)):
        if place <= side:
            columns.append(None)
        else:
            columns.append(next(free_columns) if head is None else heads.get(place, Refusal.NO_COLUMN))
    return FundBlockMapping(tuple(rows), tuple(columns))


def keys_by_name(common: Names, own: Mapping[str, str]) -> dict[str, str]:
    """The keys by their names, those that the template has; its own names last, as they count."""
    named = [(key, name) for key in own for name in common.get(key, ())]
    return {
        name: key for key, text in (*named, *own.items()) for name in (labels.bare_label(text), labels.core_label(text))
    }


def _find_heading_row(block: TextBlock, layout: FundsLayout) -> tuple[int | None, dict[int, int]]:
    """The row that names the most columns, with these columns; None where no row names enough."""
    keys = [column.key for column in layout.columns]
    names = keys_by_name(COLUMN_NAMES, {column.key: column.heading for column in layout.columns})
    found = [_match_labels(names, keys, texts) for texts in block]
    best = max(found, key=len, default={})
    return (found.index(best), best) if len(best) >= _FEWEST_HEADS else (None, {})


def _find_label_column(block: TextBlock, layout: FundsLayout) -> tuple[int, dict[int, int]]:
    """The column that names the most rows, with these rows; -1 where none names any."""
    keys = [row.key for row in layout.rows]
    names = keys_by_name(ROW_NAMES, {row.key: row.label for row in layout.rows})
    found = [_match_labels(names, keys, texts) for texts in zip_longest(*block, fillvalue="")]
    best = max(found, key=len, default={})
    return (found.index(best), best) if best else (-1, {})


def _match_labels(names: Mapping[str, str], keys: Sequence[str], texts: Sequence[str]) -> dict[int, int]:
    meant = {place: labels.find_by_label(names, text) for place, text in enumerate(texts)}
    return {place: keys.index(key) for place, key in meant.items() if key is not None}
