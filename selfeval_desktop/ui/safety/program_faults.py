"""Faults of the program itself: logged without a word of the forms, reported to the user once, after saving."""

import logging
import platform
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import cast

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from selfeval_desktop import __version__
from selfeval_desktop.app import log
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget

_log = logging.getLogger("selfeval_desktop.window")
_MOST_LOGGED = 3
"""Of one kind: what fails whenever it is painted would push everything else out of the log."""
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class ProgramFault:
    """`kind` tells faults apart: the exception's type and where it was raised. `details` can be passed on."""

    kind: str
    details: str


def describe_fault(raised: type[BaseException], trace: TracebackType | None) -> ProgramFault:
    """What happened and where, without the exception's own message: that may quote a form."""
    places = log.trace_lines(trace)
    system = f"selfeval {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    last = places[-1] if places else "-"
    return ProgramFault(f"{raised.__name__} {last}", "\n".join((raised.__name__, *places, system)))


class FaultWatch(QObject):
    """Takes over the hooks of Python and Qt for faults that nobody caught, and gives them back on `restore_hooks`.

    `faulted` is emitted in the thread that the fault came from, it may be amid painting: to be connected queued.
    """

    faulted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running = False
        self._counts = Counter[str]()

    def install_hooks(self) -> None:
        """Watch from now on; what watched before is still called."""
        self._exception_hook, sys.excepthook = sys.excepthook, self._on_exception
        self._thread_hook, threading.excepthook = threading.excepthook, self._on_thread
        self._qt_handler = cast(Callable[..., None] | None, qInstallMessageHandler(self._on_qt))
        self._running = True

    def restore_hooks(self) -> None:
        """Put the hooks back; may be called twice."""
        if not self._running:
            return
        self._running = False
        if sys.excepthook == self._on_exception:
            sys.excepthook = self._exception_hook
        if threading.excepthook == self._on_thread:
            threading.excepthook = self._thread_hook
        qInstallMessageHandler(self._qt_handler)

    def _on_exception(self, raised: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._exception_hook(raised, error, trace)
        if issubclass(raised, Exception):
            self._log_and_emit(describe_fault(raised, trace))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        self._thread_hook(args)
        if issubclass(args.exc_type, Exception):
            self._log_and_emit(describe_fault(args.exc_type, args.exc_traceback))

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        _log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
        if self._qt_handler is not None:
            self._qt_handler(kind, context, text)
        elif sys.stderr is not None:
            sys.stderr.write(f"{text}\n")

    def _log_and_emit(self, fault: ProgramFault) -> None:
        if not self._running:
            # A window opened later still calls this hook after its own.
            return
        self._counts[fault.kind] += 1
        if self._counts[fault.kind] <= _MOST_LOGGED:
            _log.error(fault.details)
        self.faulted.emit(fault)


class CrashDialog(TaskDialog):
    """Says what became of the work, then gives details to pass on; the window stays usable.

    `saved_to` is None when the work could not be stored; `save_elsewhere` asks where else to store it, and returns
    whether that was done. `has_form` is False where there was no work to store.
    """

    def __init__(
        self,
        fault: ProgramFault,
        saved_to: Path | None,
        parent: QWidget | None = None,
        *,
        save_elsewhere: Callable[[], bool] | None = None,
        has_form: bool = True,
    ) -> None:
        super().__init__("crashDialog", self.tr("程序出错"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._save_elsewhere = save_elsewhere
        self._sentence = self.add_note("crashSentence")
        self._sentence.setText(self._fault_sentence(saved_to, has_form=has_form))
        self.add_part(PlainLabel(self.tr("详细信息（不含表单内容，可以复制给技术人员）："), self))
        self._details = name_widget(QPlainTextEdit(fault.details, self), "crashDetails", self.tr("详细信息"))
        self._details.setReadOnly(True)
        self.add_part(self._details, 1)
        copy = self.add_button("crashCopy", self.tr("复制详细信息"), ButtonRole.ActionRole)
        copy.clicked.connect(self._copy_details)
        self.add_button("crashContinue", self.tr("继续工作")).setFocus()
        self._save = self.add_button("crashSaveAs", self.tr("另存为…"), ButtonRole.ActionRole)
        self._save.setAccessibleName(self.tr("另存为"))
        self._save.setVisible(save_elsewhere is not None and has_form and saved_to is None)
        self._save.clicked.connect(self._save_to_new_ledger)
        self.start_with_size(560, 320)

    @property
    def sentence(self) -> str:
        """What the dialog says."""
        return self._sentence.text()

    def _fault_sentence(self, saved_to: Path | None, *, has_form: bool) -> str:
        if not has_form:
            return self.tr("程序出了错。当时没有打开的表，内容不受影响，可以继续工作。")
        if saved_to is None:
            return self.tr(
                "程序出了错，最后的改动还没有保存。窗口里的内容都在，请按 Ctrl+S 再保存一次，或另存为一个新台账。"
            )
        return self.tr("程序出了错，已录入的内容已保存到 {0}。可以继续工作。").format(saved_to)

    def _save_to_new_ledger(self) -> None:
        if self._save_elsewhere is not None and self._save_elsewhere():
            self._save.hide()
            self._sentence.setText(self.tr("程序出了错，当前表已另存为一个新台账。可以继续工作。"))

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


class FaultReports(QObject):
    """Stores what is typed, then shows the crash dialog, once for each kind of fault.

    `save_elsewhere` asks for a new ledger when saving fails, and returns whether the form went there.
    """

    def __init__(self, document: Document, save_elsewhere: Callable[[], bool], window: QWidget) -> None:
        super().__init__(window)
        self._document, self._save_elsewhere, self._window = document, save_elsewhere, window
        self._faults, self._reported_kinds = FaultWatch(self), set[str]()
        self._faults.faulted.connect(self._report_fault, Qt.ConnectionType.QueuedConnection)

    def install_hooks(self) -> None:
        """Hear of every fault from now on."""
        self._faults.install_hooks()

    def restore_hooks(self) -> None:
        """Hear of none any more."""
        self._faults.restore_hooks()

    def _report_fault(self, fault: ProgramFault) -> None:
        if fault.kind in self._reported_kinds:
            return
        self._reported_kinds.add(fault.kind)
        saved, ledger, has_form = False, self._document.ledger, self._document.form is not None
        try:
            saved = self._document.flush()
        finally:
            # The fault may lie in saving itself.
            saved_to = ledger.store.path if saved and ledger else None
            CrashDialog(fault, saved_to, self._window, save_elsewhere=self._save_elsewhere, has_form=has_form).open()
