"""Short words for what was done and how things stand: undo labels, states, severities, counts."""

from collections.abc import Mapping
from enum import StrEnum

from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate


class UndoLabel(StrEnum):
    """What the undo menu can name, besides typing into a cell."""

    INSERT_ROW = "insert_row"
    DUPLICATE_ROWS = "duplicate_rows"
    DELETE_ROWS = "delete_rows"
    MOVE_ROW = "move_row"
    CLEAR = "clear"
    PASTE = "paste"
    FILL_DOWN = "fill_down"
    BALANCE = "balance"
    TIDY = "tidy"
    ADD_INDICATORS = "add_indicators"
    INSERT_REASON = "insert_reason"
    NOTE = "note"
    CONFIRM = "confirm"
    EXPLAIN = "explain"
    SWITCH_RULES = "switch_rules"
    NEW_FORM = "new_form"
    DUPLICATE_FORM = "duplicate_form"
    DELETE_FORM = "delete_form"
    RESTORE_FORMS = "restore_forms"
    RESTORE_STATE = "restore_state"
    IMPORT = "import"
    CARRY_OVER = "carry_over"
    FINANCE = "finance"
    UNITS = "units"


_DEEDS: Mapping[UndoLabel, str] = {
    UndoLabel.INSERT_ROW: QT_TRANSLATE_NOOP("Steps", "插入行"),
    UndoLabel.DUPLICATE_ROWS: QT_TRANSLATE_NOOP("Steps", "复制行"),
    UndoLabel.DELETE_ROWS: QT_TRANSLATE_NOOP("Steps", "删除行"),
    UndoLabel.MOVE_ROW: QT_TRANSLATE_NOOP("Steps", "移动行"),
    UndoLabel.CLEAR: QT_TRANSLATE_NOOP("Steps", "清空"),
    UndoLabel.PASTE: QT_TRANSLATE_NOOP("Steps", "粘贴"),
    UndoLabel.FILL_DOWN: QT_TRANSLATE_NOOP("Steps", "向下填充"),
    UndoLabel.BALANCE: QT_TRANSLATE_NOOP("Steps", "分值配平"),
    UndoLabel.TIDY: QT_TRANSLATE_NOOP("Steps", "整理文字"),
    UndoLabel.ADD_INDICATORS: QT_TRANSLATE_NOOP("Steps", "加入指标"),
    UndoLabel.INSERT_REASON: QT_TRANSLATE_NOOP("Steps", "插入偏差原因"),
    UndoLabel.NOTE: QT_TRANSLATE_NOOP("Steps", "私人备注"),
    UndoLabel.CONFIRM: QT_TRANSLATE_NOOP("Steps", "认可"),
    UndoLabel.EXPLAIN: QT_TRANSLATE_NOOP("Steps", "说明理由"),
    UndoLabel.SWITCH_RULES: QT_TRANSLATE_NOOP("Steps", "启用或停用规则"),
    UndoLabel.NEW_FORM: QT_TRANSLATE_NOOP("Steps", "新建自评表"),
    UndoLabel.DUPLICATE_FORM: QT_TRANSLATE_NOOP("Steps", "复制自评表"),
    UndoLabel.DELETE_FORM: QT_TRANSLATE_NOOP("Steps", "删除自评表"),
    UndoLabel.RESTORE_FORMS: QT_TRANSLATE_NOOP("Steps", "从回收站恢复"),
    UndoLabel.RESTORE_STATE: QT_TRANSLATE_NOOP("Steps", "恢复以前的内容"),
    UndoLabel.IMPORT: QT_TRANSLATE_NOOP("Steps", "导入"),
    UndoLabel.CARRY_OVER: QT_TRANSLATE_NOOP("Steps", "从上年结转"),
    UndoLabel.FINANCE: QT_TRANSLATE_NOOP("Steps", "导入财务数据"),
    UndoLabel.UNITS: QT_TRANSLATE_NOOP("Steps", "修改单位"),
}

STATES: Mapping[State, str] = {
    State.DRAFT: QT_TRANSLATE_NOOP("Steps", "草稿"),
    State.READY: QT_TRANSLATE_NOOP("Steps", "可打印"),
    State.PRINTED: QT_TRANSLATE_NOOP("Steps", "已打印"),
    State.EXPORTED: QT_TRANSLATE_NOOP("Steps", "已导出"),
    State.CHANGED: QT_TRANSLATE_NOOP("Steps", "已改动"),
}

_SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: QT_TRANSLATE_NOOP("Steps", "错误"),
    Severity.WARNING: QT_TRANSLATE_NOOP("Steps", "提醒"),
    Severity.HINT: QT_TRANSLATE_NOOP("Steps", "提示"),
}


def undo_label_text(kind: UndoLabel) -> str:
    """The undo label of something done."""
    return translate("Steps", _DEEDS[kind])


def cell_edit_label(field: FieldRef, template: Template) -> str:
    """The undo label of typing into a cell."""
    return translate("Steps", "修改{cell}").format(cell=cell_names.cell_name(field, template))


def copy_suffix() -> str:
    """What follows the project name of a duplicated form."""
    return translate("Steps", "（副本）")


def restored_suffix() -> str:
    """What follows the project name of a form that was made from an earlier state of another."""
    return translate("Steps", "（恢复稿）")


def form_state_name(kind: State) -> str:
    """The state of a form."""
    return translate("Steps", STATES[kind])


def draft_mark() -> str:
    """The mark across a page while errors stand: for the reader of the paper, so always in its language."""
    return STATES[State.DRAFT]


def severity_name(kind: Severity) -> str:
    """How much a finding weighs."""
    return translate("Steps", _SEVERITIES[kind])


def explained_label() -> str:
    """What stands in the place of the severity where a reason was written."""
    return translate("Steps", "已说明")


def severity_counts(errors: int, warnings: int, hints: int) -> str:
    """How many findings of each kind there are, those that are none left out."""
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
