"""The meaning of labels and heads in a printed form: the template's own words, and other wordings in use."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.fund_block import COLUMN_NAMES, ROW_NAMES, Names, keys_by_name

_HEAD: Names = {
    "project_name": ("项目名称",),
    "department": ("主管部门", "主管单位", "预算主管部门", "项目主管部门", "主管部门及代码"),
    "unit": ("实施单位", "项目实施单位", "项目单位", "预算单位", "单位名称", "项目承担单位"),
    "year": ("年度", "自评年度", "评价年度", "预算年度", "项目年度", "所属年度"),
}
_GOALS: Names = {
    "expected": ("预期目标", "年初设定目标", "年初目标", "年度目标", "预期总体目标", "年度预期目标"),
    "actual": ("实际完成情况", "全年实际完成情况", "目标实际完成情况", "年度总体目标完成情况", "完成情况"),
}
# Labels at the left of a block.
_SIDES = ("项目资金", "预算执行情况", "年度总体目标", "年度绩效目标", "总体目标", "绩效指标", "年度绩效指标")
# Labels of other layouts: their values must not be taken for those of the label before.
_STRANGERS = (
    *("项目编码", "项目代码", "项目类别", "项目属性", "项目类型", "项目负责人", "负责人", "财务负责人"),
    *("联系人", "联系电话", "电话", "填报人", "填表人", "填报日期", "填报单位", "项目起止时间", "项目周期"),
)

_ATTACHMENT = re.compile(r"附[件表][0-9一二三四五六七八九十-]*[:：]?")
_UNIT_LINE = re.compile(r"(?:货币|金额|计量)?单位[:：]?(?:人民币)?(?P<unit>万?元)")
_UNIT_IN_LABEL = re.compile(r"[（(【\[](?:单位[:：])?(?P<unit>万?元)[)）】\]]")
_YEAR_LINE = re.compile(r"[（(]?(?P<year>[0-9]{4})?年度?[)）]?")
_YEAR_IN_TITLE = re.compile(r"(?<![0-9])(?P<year>(?:19|20|21)[0-9]{2})(?=年)")
_TITLE = re.compile("自评表|目标(?:申报)?表|运行监控表")
_HALF_WIDTH = {full: full - 0xFEE0 for full in range(ord("０"), ord("９") + 1)}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Meanings by bare name (see `labels.bare_label`).

    `sides` are labels at the left of a block; `strangers` are labels whose values the template has no cell for.
    `printed` are other texts of the empty form, which call for no value.
    """

    head: Mapping[str, FieldRef]
    fund_rows: Mapping[str, str]
    fund_columns: Mapping[str, Column]
    goals: Mapping[str, str]
    sides: Mapping[str, bool]
    strangers: Mapping[str, bool]
    printed: frozenset[str]
    title: str


def template_vocabulary(template: Template) -> Vocabulary:
    """The vocabulary for one template; its own words take precedence over other wordings."""
    funds, goals = template.funds, template.goals
    sides = (
        *_SIDES,
        *(labels.core_label(side.text) for side in (funds.side, goals.side, template.indicators.side)),
    )
    columns = {column.key: column for column in funds.columns}
    return Vocabulary(
        head=_head_labels(template),
        fund_rows=keys_by_name(ROW_NAMES, {row.key: row.label for row in funds.rows}),
        fund_columns={
            name: columns[key]
            for name, key in keys_by_name(
                COLUMN_NAMES, {key: column.heading for key, column in columns.items()}
            ).items()
        },
        goals=keys_by_name(_GOALS, {column.key: column.heading for column in goals.columns}),
        sides=dict.fromkeys((labels.bare_label(side) for side in sides), True),
        strangers=dict.fromkeys(_STRANGERS, True),
        printed=frozenset(map(labels.bare_label, _printed_texts(template))),
        title=labels.bare_label(template.title),
    )


def own_words(template: Template) -> frozenset[str]:
    """The bare words that the template prints: its title, labels and heads."""
    sides = (template.funds.side, template.goals.side, template.indicators.side)
    columns = (*template.funds.columns, *template.indicators.columns)
    texts = (
        *(template.title, template.indicators.total_label),
        *(cell.text for row in template.head for cell in row),
        *(row.label for row in template.funds.rows),
        *(column.heading for column in columns),
        *(column.heading for column in template.goals.columns),
        *(side.text for side in sides),
    )
    return frozenset(labels.bare_label(text) for text in texts if text)


def label_with_value(names: Mapping[str, FieldRef], text: str) -> tuple[FieldRef, str] | None:
    """A label with its value in one text, as in 填表人：张三; None for any other."""
    label, value = _split_at_colon(text)
    field = labels.find_by_label(names, label) if value else None
    return None if field is None else (field, value)


def names_project(words: Vocabulary, text: str) -> bool:
    """Whether the text is, or begins with, the label of the project's name."""
    whole, project = label_with_value(words.head, text), FieldRef.head("project_name")
    return labels.find_by_label(words.head, text) == project or (whole is not None and whole[0] == project)


def is_strange(words: Vocabulary, text: str) -> bool:
    """Whether the text is, or begins with, a label that the template does not have."""
    return labels.find_by_label(words.strangers, _split_at_colon(text)[0]) is not None


def unit_line(text: str) -> MoneyUnit | None:
    """The unit that a line above the table names: 单位：万元."""
    return _matched_unit(_UNIT_LINE.fullmatch("".join(text.split()).strip("（()）")))


def unit_in_label(text: str) -> MoneyUnit | None:
    """The unit in the brackets of a label: 项目资金（万元）."""
    return _matched_unit(_UNIT_IN_LABEL.search("".join(text.split())))


def title_year(text: str, title: str) -> str | None:
    """The year in a title, or in a line that holds nothing else; "" where none is written, None for other texts.

    The number of an attachment that stands above the title belongs to it.
    """
    plain = "".join(text.split()).translate(_HALF_WIDTH)
    if _ATTACHMENT.fullmatch(plain):
        return ""
    alone = _YEAR_LINE.fullmatch(plain)
    if alone:
        return alone["year"] or ""
    if not _TITLE.search(plain) and title not in plain:
        return None
    found = _YEAR_IN_TITLE.search(plain)
    return found["year"] if found else ""


def _split_at_colon(text: str) -> tuple[str, str]:
    """What stands before and after the first colon."""
    label = text.replace("：", ":").partition(":")[0]
    return label, text[len(label) + 1 :].strip()


def _matched_unit(found: re.Match[str] | None) -> MoneyUnit | None:
    if found is None:
        return None
    return "万元" if found["unit"] == "万元" else "元"


def _head_labels(template: Template) -> dict[str, FieldRef]:
    own = [(FieldRef.parse(address), label) for address, label in template.field_labels]
    own += [(FieldRef.head(entry.key, extra=True), entry.label) for entry in template.further_fields]
    common = [(FieldRef.head(key), name) for key, names in _HEAD.items() for name in names]
    return {name: field for field, text in (*common, *own) for name in _bare_names(text)}


def _printed_texts(template: Template) -> Iterator[str]:
    """Labels of head and foot that no value follows, and the notes."""
    labelled = {label for _, label in template.field_labels}
    for row in (*template.head, *template.foot):
        yield from (cell.text for cell in row if cell.text and cell.text not in labelled)
    yield from template.notes


def _bare_names(text: str) -> Iterable[str]:
    return (labels.bare_label(text), labels.core_label(text))
