"""The meaning of labels and heads in a printed form: the template's own words, and other wordings in use."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from selfeval_desktop.domain.form import look_alikes
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.fund_block import COLUMN_NAMES, ROW_NAMES, Names, keys_by_name

_HEAD: Names = {
    "project_name": ("项目名称", "预算项目名称", "项目支出名称", "自评项目名称", "评价项目名称", "项目全称"),
    "department": (
        *("主管部门", "主管单位", "预算主管部门", "项目主管部门", "主管部门及代码", "主管部门名称", "主管预算部门"),
        *("项目主管单位", "归口主管部门", "预算部门", "部门名称", "一级预算单位"),
        *(f"{level}主管部门" for level in ("中央", "省级", "市级", "区级", "县级", "州级", "区县", "市直", "省直")),
    ),
    "unit": (
        *("实施单位", "项目实施单位", "项目单位", "预算单位", "单位名称", "项目承担单位", "承担单位", "执行单位"),
        *("项目执行单位", "具体实施单位", "用款单位", "资金使用单位", "使用单位", "实施单位名称", "项目单位名称"),
        *("预算单位名称", "基层预算单位", "实施部门", "项目实施部门"),
    ),
    "year": ("年度", "自评年度", "评价年度", "预算年度", "项目年度", "所属年度", "年份", "财政年度", "会计年度"),
}
_GOALS: Names = {
    "expected": (
        *("预期目标", "年初设定目标", "年初目标", "年度目标", "预期总体目标", "年度预期目标", "年初设定的目标"),
        *("年初绩效目标", "预期绩效目标", "年初预期目标", "设定目标", "年初设定绩效目标", "年初总体目标", "计划目标"),
        *("全年预期目标", "年初申报目标", "年初批复目标", "年度预期总体目标", "绩效目标"),
    ),
    "actual": (
        *("实际完成情况", "全年实际完成情况", "目标实际完成情况", "年度总体目标完成情况", "完成情况", "实际完成"),
        *("年度实际完成情况", "全年完成情况", "目标完成情况", "年度目标完成情况", "全年目标完成情况", "年度完成情况"),
        *("总体目标完成情况", "绩效目标完成情况", "绩效目标实际完成情况", "年度绩效目标完成情况", "实际完成目标"),
        *("目标实现情况", "实际完成目标情况", "年末实际完成情况", "全年实际完成目标情况", "年度目标实际完成情况"),
    ),
}
# Labels at the left of a block.
_SIDES = (
    *("项目资金", "预算执行情况", "年度总体目标", "年度绩效目标", "总体目标", "绩效指标", "年度绩效指标", "项目支出"),
    *("项目资金情况", "资金情况", "项目预算执行情况", "资金使用情况", "预算资金", "项目预算", "年度预算执行情况"),
    *(
        "绩效指标完成情况",
        "年度绩效指标完成情况",
        "指标完成情况",
        "项目基本信息",
        "基本信息",
        "项目基本情况",
        "基本情况",
    ),
    *("项目绩效目标", "年度总体绩效目标", "总体绩效目标", "项目年度绩效目标", "绩效目标及指标", "项目概况"),
)
# Labels of other layouts: their values must not be taken for those of the label before.
_STRANGERS = (
    *("项目编码", "项目代码", "项目类别", "项目属性", "项目类型", "项目负责人", "负责人", "财务负责人"),
    *("联系人", "联系电话", "电话", "填报人", "填表人", "填报日期", "填报单位", "项目起止时间", "项目周期"),
    *("单位负责人", "部门负责人", "分管领导", "审核人", "复核人", "经办人", "制表人", "填表日期", "填报时间", "日期"),
    *("填表时间", "单位领导", "主管领导", "财政部门", "业务科室", "主管科室", "项目级次", "资金性质", "预算科目"),
)

_ATTACHMENT = re.compile(r"附[件表录][0-9一二三四五六七八九十-]*:?")
UNIT_LABELS = ("单位", "金额单位", "货币单位", "计量单位", "资金单位")
_YEAR_LINE = re.compile(
    r"[(\[【〔]?(?:自评|评价|预算|财政|项目|所属)?(?:年度:?)?(?P<year>[0-9]{4})?(?:财政|预算|会计|自评)?年?度?[)\]】〕]?"
)
_YEAR_IN_TITLE = re.compile(r"(?<![0-9])(?P<year>(?:19|20|21)[0-9]{2})(?=(?:财政|预算|会计)?年)")
_LONGEST_TITLE = 60
_TITLE = re.compile("自评表|自评情况表|目标(?:申报)?表|运行监控表|自评价表")


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
    """The bare words that the template prints: its labels and heads."""
    sides = (template.funds.side, template.goals.side, template.indicators.side)
    columns = (*template.funds.columns, *template.indicators.columns)
    texts = (
        template.indicators.total_label,
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


def title_year(text: str, title: str) -> str | None:
    """The year in a title, or in a line that holds nothing else; "" where none is written, None for other texts.

    The number of an attachment that stands above the title belongs to it.
    """
    plain = look_alikes.compact_text(labels.with_plain_years(text))
    if _ATTACHMENT.fullmatch(plain):
        return ""
    alone = _YEAR_LINE.fullmatch(plain)
    if alone and ("年" in plain or (alone["year"] and plain != alone["year"])):
        return alone["year"] or ""
    if len(plain) > _LONGEST_TITLE or (not _TITLE.search(plain) and labels.bare_label(title) not in plain):
        return None
    found = _YEAR_IN_TITLE.search(plain)
    return found["year"] if found else ""


def is_year_line(text: str) -> bool:
    """Whether the text is a year in brackets or alone, and no title."""
    return _YEAR_LINE.fullmatch(look_alikes.compact_text(labels.with_plain_years(text))) is not None


def _split_at_colon(text: str) -> tuple[str, str]:
    """What stands before and after the first colon."""
    label = text.replace("：", ":").partition(":")[0]
    return label, text[len(label) + 1 :].strip()


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
