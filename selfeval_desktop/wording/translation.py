"""Texts in the language in use. Chinese stands in the source, so that a command that speaks it never loads Qt."""

import sys


def translate(context: str, text: str) -> str:
    """The text as Qt has it in the language in use; itself until something else has loaded Qt."""
    qt = sys.modules.get("PySide6.QtCore")
    if qt is None:
        return text
    translated: str = qt.QCoreApplication.translate(context, text)
    return translated


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - as lupdate looks for it
    """The text itself. Qt's own function of this name does the same but is typed as giving any object."""
    return text
