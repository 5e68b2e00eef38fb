"""What cannot be done in a ledger that is open for reading only."""

EDITING = frozenset(
    {
        *("actionSave", "actionImport", "actionPasteForm", "actionFinanceList"),
        *("actionUndo", "actionRedo", "actionInsertRow", "actionDuplicateRow", "actionDeleteRow"),
        *("actionMoveUp", "actionMoveDown", "actionPasteRows", "actionFillDown", "actionBalance"),
        *("actionTidy", "actionLibrary", "actionReasons", "actionNote", "actionConfirm", "actionConfirmAll"),
        *("actionNewForm", "actionDuplicateForm", "actionCarryOver", "actionDeleteForm", "actionUnits"),
        *("actionExplain", "actionAnswers", "actionRecycleBin"),
    }
)
"""The actions that change forms or what the ledger keeps of them. Printing, exporting, looking and copying are none."""
