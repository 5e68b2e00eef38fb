"""Short words for what was done and how things stand: undo labels, states, severities, counts."""

from collections.abc import Mapping
from enum import StrEnum

from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Achievement
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate


class UndoLabel(StrEnum):
    """What the undo menu can name, besides typing into a cell: the text to be translated in context Steps."""

    INSERT_ROW = QT_TRANSLATE_NOOP("Steps", "插入行")
    DUPLICATE_ROWS = QT_TRANSLATE_NOOP("Steps", "复制行")
    DELETE_ROWS = QT_TRANSLATE_NOOP("Steps", "删除行")
    DELETE_BLANK_ROWS = QT_TRANSLATE_NOOP("Steps", "删除空白指标行")
    MOVE_ROW = QT_TRANSLATE_NOOP("Steps", "移动行")
    CLEAR = QT_TRANSLATE_NOOP("Steps", "清空")
    PASTE = QT_TRANSLATE_NOOP("Steps", "粘贴")
    FILL_DOWN = QT_TRANSLATE_NOOP("Steps", "向下填充")
    BALANCE = QT_TRANSLATE_NOOP("Steps", "分值配平")
    TIDY = QT_TRANSLATE_NOOP("Steps", "整理文字")
    ADD_INDICATORS = QT_TRANSLATE_NOOP("Steps", "加入指标")
    INSERT_REASON = QT_TRANSLATE_NOOP("Steps", "插入偏差原因")
    NOTE = QT_TRANSLATE_NOOP("Steps", "私人备注")
    CONFIRM = QT_TRANSLATE_NOOP("Steps", "认可")
    EXPLAIN = QT_TRANSLATE_NOOP("Steps", "说明理由")
    SWITCH_RULES = QT_TRANSLATE_NOOP("Steps", "启用或停用规则")
    NEW_FORM = QT_TRANSLATE_NOOP("Steps", "新建自评表")
    DUPLICATE_FORM = QT_TRANSLATE_NOOP("Steps", "复制自评表")
    DELETE_FORM = QT_TRANSLATE_NOOP("Steps", "删除自评表")
    RESTORE_FORMS = QT_TRANSLATE_NOOP("Steps", "从回收站恢复")
    RESTORE_STATE = QT_TRANSLATE_NOOP("Steps", "恢复以前的内容")
    IMPORT = QT_TRANSLATE_NOOP("Steps", "导入")
    CARRY_OVER = QT_TRANSLATE_NOOP("Steps", "从上年结转")
    FINANCE = QT_TRANSLATE_NOOP("Steps", "导入财务数据")
    UNITS = QT_TRANSLATE_NOOP("Steps", "修改单位")


STATES: Mapping[State, str] = {
    State.DRAFT: QT_TRANSLATE_NOOP("Steps", "草稿"),
    State.READY: QT_TRANSLATE_NOOP("Steps", "可打印"),
    State.PRINTED: QT_TRANSLATE_NOOP("Steps", "已打印"),
    State.EXPORTED: QT_TRANSLATE_NOOP("Steps", "已导出"),
    State.CHANGED: QT_TRANSLATE_NOOP("Steps", "已改动"),
    State.RETURNED: QT_TRANSLATE_NOOP("Steps", "已退回"),
}

_SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: QT_TRANSLATE_NOOP("Steps", "错误"),
    Severity.WARNING: QT_TRANSLATE_NOOP("Steps", "提醒"),
    Severity.HINT: QT_TRANSLATE_NOOP("Steps", "提示"),
}


def undo_label_text(kind: UndoLabel) -> str:
    """The label in the language in use."""
    return translate("Steps", kind)


def cell_edit_label(field: FieldRef, template: Template) -> str:
    """The undo label of typing into a cell."""
    return translate("Steps", "修改{cell}").format(cell=cell_names.cell_name(field, template))


def copy_suffix() -> str:
    """Follows the project name of a duplicated form."""
    return translate("Steps", "（副本）")


def restored_suffix() -> str:
    """Follows the project name of a form that was made from an earlier state of another."""
    return translate("Steps", "（恢复稿）")


def form_state_name(kind: State) -> str:
    """草稿, 可打印, 已打印, 已导出 or 已改动."""
    return translate("Steps", STATES[kind])


def draft_mark() -> str:
    """The mark across a page while there are errors: Chinese like the paper, in whatever language the window is."""
    return STATES[State.DRAFT]


def severity_name(kind: Severity) -> str:
    """错误, 提醒 or 提示."""
    return translate("Steps", _SEVERITIES[kind])


def explained_label() -> str:
    """In place of the severity where the filler gave a reason."""
    return translate("Steps", "已说明")


def severity_counts(errors: int, warnings: int, hints: int) -> str:
    """Counts of findings, zeros left out: 2 个错误，1 个提醒."""
    told = [
        text.format(count=count)
        for count, text in (
            (errors, translate("Steps", "{count} 个错误")),
            (warnings, translate("Steps", "{count} 个提醒")),
            (hints, translate("Steps", "{count} 个提示")),
        )
        if count
    ]
    return translate("Steps", "，").join(told) if told else translate("Steps", "没有发现问题")


_NAMES: Mapping[Achievement, str] = {
    "met": QT_TRANSLATE_NOOP("Grades", "达成"),
    "partly": QT_TRANSLATE_NOOP("Grades", "部分达成"),
    "unmet": QT_TRANSLATE_NOOP("Grades", "未达成"),
}


def grade_name(grade: Achievement) -> str:
    """达成, 部分达成 or 未达成."""
    return translate("Grades", _NAMES[grade])


def grade_names() -> dict[Achievement, str]:
    """All of them, the best first."""
    return {grade: grade_name(grade) for grade in _NAMES}
