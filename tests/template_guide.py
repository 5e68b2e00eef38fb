"""resources/templates/README.md, made from the keys of a template file: `python -m tests.template_guide` writes it.

The keys are those of the dataclasses in domain.form.template, so that the guide has neither more nor fewer.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

from selfeval_desktop import paths
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.domain.form.template import Template

_COLUMN = {
    "key": "列的名称：年初预算 initial、全年预算 annual、执行 executed、分值 weight、执行率 rate、得分 score，"
    "指标表还有 level1、level2、level3、target、actual、deviation；另加的列自己起名。",
    "heading": "印在表上的列名。",
    "kind": "列的种类：level 级次、text 文字、operator 指标性质、unit 度量单位、amount 金额、weight 分值、rate 执行率、"
    "score 得分、deduction 扣减分数。",
    "span": "占几个基本列。",
    "align": "对齐：left、center、right。",
    "extra": "自己另加的列写 true。",
    "places": "得分至少印几位小数。",
    "printed": "只在窗口里、不印在纸上的列写 false。",
}
_FIELD = {
    "key": "名称，用英文字母。",
    "label": "窗口里的叫法。",
    "whose": "form 每张表各填，unit 同一单位相同，paper 不填（如盖章）。",
    "kind": "line 一行，text 几段，choice 选一项。",
    "choices": "choice 可选的各项。",
    "required": "必填写 true。",
}
_CELL = {
    "span": "占几个基本列；一行各格之和等于 columns 的个数。",
    "text": "印的文字。",
    "field": "填的内容：project_name、department、unit、year，或 fields.名称。",
    "align": "对齐：left、center、right。",
    "height": "这一行至少高几毫米。",
}
EXPLANATIONS: Mapping[str, str] = {
    "format": "固定写 selfeval-template/1，放在第一行。",
    "id": "表样的代号，与文件名相同：小写字母、数字和连字符。",
    "version": "第几版；内容改了就加 1，已填的表仍按原来的版本。",
    "name": "窗口里显示的名称。",
    "title": "表的标题；可以用 {year} 和 {project_name}。",
    "year_line": "标题下的一行；可以用 {year} 和 {project_name}。",
    "money_units": "可用的金额单位，第一个是新表用的。",
    "full_mark": "满分；执行率的分值加各类指标的分值必须等于它。",
    "execution": "预算执行率怎样计分。",
    "execution.weight": "执行率的分值。",
    "execution.denominator": "执行率的分母：annual 全年预算数，initial 年初预算数。",
    "execution.method": "linear 按比例，steps 分档。",
    "execution.steps": "分档时的各档。",
    "execution.steps[].rate": "从这个百分数起（含）。",
    "execution.steps[].score": "得几分。",
    "scoring": "指标怎样计分。",
    "scoring.less": "越少越好的指标：linear 超多少扣多少，ratio 目标除以实际。",
    "scoring.bands": "定性指标各档的下限，占分值的几成。",
    "scoring.bands.met": "达成的下限。",
    "scoring.bands.partly": "部分达成的下限。",
    "scoring.over_factor": "实际达到目标的几倍算超额。",
    "scoring.over": "超额时：none 不管，review 请核对，reason 写原因，deduct 扣分。",
    "grades": "自评等级；不分等级的地方不写。",
    "grades[].name": "等级的名称。",
    "grades[].lowest": "最低几分（含）。",
    "caps": "执行率低时总分的上限；多数地方没有。",
    "caps[].rate": "执行率低于这个百分数时。",
    "caps[].score": "总分最多几分。",
    "levels": "一级指标，依次写。",
    "levels[].name": "一级指标的名称。",
    "levels[].weight": "这一类的分值。",
    "levels[].level2": "这一类的二级指标。",
    "levels[].level2_weights": "二级指标各有规定分值时，按名称写。",
    "levels[].pool": "几类合起来才有规定分值的，写同一个名称，其中怎样分都可以。",
    "severities": "与通常不同的检查规则：error 错误，warning 提醒，hint 提示，off 不用。",
    "paper": "纸张，单位毫米；字号单位磅。",
    "paper.width": "纸宽。",
    "paper.height": "纸高。",
    "paper.top": "上边距。",
    "paper.bottom": "下边距。",
    "paper.left": "左边距。",
    "paper.right": "右边距。",
    "paper.title_size": "标题字号。",
    "paper.text_size": "正文字号。",
    "paper.smallest_size": "为省一页，正文最小可以缩到几磅。",
    "paper.binding": "装订边加宽几毫米。",
    "paper.justify": "正文不要两端对齐的写 false。",
    "paper.imprint": "页脚不要校验码的写 false。",
    "paper.font": "正文用的字体文件名，不带后缀；空为自带的宋体。",
    "columns": "表的基本列，从左到右；各行的格都占其中几列。",
    "columns[].minimum": "最窄几毫米。",
    "columns[].share": "余下的宽度按这个比例分。",
    "columns[].maximum": "最宽几毫米。",
    "head": "表头各行，每行是几格。",
    **{f"head[][].{key}": text for key, text in _CELL.items()},
    "funds": "资金表。",
    "funds.side": "左侧的合并格。",
    "funds.side.text": "左侧的文字；可以用 {money_unit}。",
    "funds.side.span": "左侧占几个基本列。",
    "funds.label_span": "行名占几个基本列。",
    "funds.columns": "资金表的列。",
    **{f"funds.columns[].{key}": text for key, text in _COLUMN.items()},
    "funds.rows": "资金表的行；total 是合计，其余相加等于它。",
    "funds.rows[].key": "行的名称：total、current_year、carried_over、other，或自己起名。",
    "funds.rows[].label": "印在表上的行名。",
    "funds.part_blank": "只有合计行才填的格，在其余各行印什么。",
    "goals": "年度目标；没有这一块的地方不写。",
    "goals.side": "左侧的合并格。",
    "goals.side.text": "左侧的文字。",
    "goals.side.span": "左侧占几个基本列。",
    "goals.columns": "目标的列。",
    "goals.columns[].key": "expected 预期目标，actual 实际完成情况。",
    "goals.columns[].heading": "印在表上的列名。",
    "goals.columns[].span": "占几个基本列。",
    "indicators": "指标表。",
    "indicators.side": "左侧的合并格。",
    "indicators.side.text": "左侧的文字。",
    "indicators.side.span": "左侧占几个基本列。",
    "indicators.columns": "指标表的列。",
    **{f"indicators.columns[].{key}": text for key, text in _COLUMN.items()},
    "indicators.total_label": "总分行的文字。",
    "indicators.level1_text": "一级指标怎样印；可以用 {name} 和 {weight}。",
    "fields": "这个表样另有的内容。",
    **{f"fields[].{key}": text for key, text in _FIELD.items()},
    "signature": "表下的签字行。",
    "signature.shown": "新表是否印签字行。",
    "signature.cells": "签字行的各格。",
    **{f"signature.cells[].{key}": text for key, text in _FIELD.items()},
    "signature.per_line": "一行几格，0 为全部。",
    "limits": "检查用的界限，比率是百分数；不写的用通常的。",
    "limits.reason_rate": "执行率低于它要写原因（K16）。",
    "limits.reason_cell": "原因写在哪一格。",
    "limits.whole_reason": "全表共用一格写原因时，那一格。",
    "limits.unspent": "最多剩余预算的百分之几（K18）。",
    "limits.hardly_spent": "执行率低于它，数量指标不会几乎全部完成（K66）。",
    "limits.score_lead": "指标得分率最多比执行率高百分之几（K19）。",
    "limits.near_names": "名称相似到百分之几算几乎相同（K36）。",
    "limits.copied_goal": "完成情况与目标相同到百分之几算照抄（K51）。",
    "limits.description": "完成情况简要描述是哪一列（K29）。",
    "limits.texts": "各格最多几字（K52）。",
    "foot": "总分下面的各行，写法同 head。",
    **{f"foot[][].{key}": text for key, text in _CELL.items()},
    "notes": "表下的说明，一条一行。",
}
_INTRODUCTION = """# 表样怎样写

一个地方的表样是一个 `.toml` 文件：文字、行列、分值、计分方式和检查的轻重都在里面，不用改程序。
照着最接近的一个改，改好后检查：

```sh
selfeval template check 文件.toml
```

它指出全部问题，各在第几行。窗口里用“载入表样”装上。小数写在引号里，如 `"0.8"`。

`[]` 表示一列同样的东西，可以写几个。“可省”的不写也行。

| 写什么 | 意思 | 例 |
|---|---|---|
"""


def template_guide(templates: Iterable[Template]) -> str:
    """The guide as Markdown, with an example of each key out of these templates."""
    known = tuple(templates)
    rows = [_guide_row("format", "selfeval-template/1", needed=True)]
    rows += [
        _guide_row(path, next(iter(_examples(path, known)), None), needed=needed) for path, needed in template_keys()
    ]
    return _INTRODUCTION + "".join(rows)


def template_keys(shape: Any = Template, before: str = "") -> Iterator[tuple[str, bool]]:
    """Each key of a template file, nested ones behind a dot, and whether it must be there."""
    hints = get_type_hints(shape)
    for each in dataclasses.fields(shape):
        path, hint = f"{before}{each.name}", hints[each.name]
        yield path, each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
        while get_origin(hint) is tuple:
            path, hint = f"{path}[]", get_args(hint)[0]
        if dataclasses.is_dataclass(hint):
            yield from template_keys(hint, f"{path}.")


def _examples(path: str, templates: Iterable[Template]) -> Iterator[object]:
    """Values of that key in these templates that say something, plain ones only."""
    for template in templates:
        found: list[Any] = [template]
        for step in path.split("."):
            found = [getattr(each, step.rstrip("[]")) for each in found]
            for _ in range(step.count("[]")):
                found = [item for items in found for item in items]
        yield from (each for each in found if each not in (None, "", (), {}) and not _is_nested(each))


def _is_nested(value: object) -> bool:
    inner = value[0] if isinstance(value, tuple) and value else value
    return dataclasses.is_dataclass(inner) or (isinstance(inner, tuple) and value is not inner)


def _guide_row(path: str, example: object, *, needed: bool) -> str:
    shown = "" if example is None else f"`{_toml_text(example)}`"
    meaning = EXPLANATIONS[path] if needed else f"{EXPLANATIONS[path]}可省。"
    return f"| `{path}` | {meaning} | {shown} |\n"


def _toml_text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f'"{key}" = {_toml_text(item)}' for key, item in value.items()) + " }"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml_text, value)) + "]"
    if isinstance(value, int | float):
        return f"{value:g}"
    return '"' + str(value).replace("\n", "\\n") + '"'


if __name__ == "__main__":
    folder = paths.template_folder()
    (folder / "README.md").write_text(template_guide(TemplateFolder(folder).newest_templates()), "utf-8")
