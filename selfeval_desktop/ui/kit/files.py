"""Files that the user names or opens: the dialogs of the system, a line for a target, and its folder in the system."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.ui.kit.widget_names import name_widget


class FileTarget(QHBoxLayout):
    """A line with the path to write to, and a button that lets the user choose one.

    `typed` comes when the user changed the path, by typing or by choosing; `chosen` after that when he chose.
    `name` begins the names of both: packageTarget, packageBrowse. `ask` opens the dialog of the system.
    """

    typed = Signal()
    chosen = Signal()

    def __init__(self, name: str, label: str, ask: Callable[[], Path | None], parent: QWidget) -> None:
        super().__init__()
        self._ask = ask
        self._proposed = Path()
        self.line = name_widget(QLineEdit(parent), f"{name}Target", label)
        browse = self.tr("浏览…")
        self.browse = name_widget(QPushButton(browse, parent), f"{name}Browse", browse)
        self.addWidget(self.line, 1)
        self.addWidget(self.browse)
        self.line.textEdited.connect(self.typed)
        self.browse.clicked.connect(self._choose_path)

    @property
    def text(self) -> str:
        """The path as it stands in the line, without spaces around it."""
        return self.line.text().strip()

    @property
    def path(self) -> Path:
        """The path; it has no name while the line is empty."""
        return self._proposed if self.text == shown_text(self._proposed) else Path(self.text)

    def show_path(self, path: Path | str) -> None:
        """Propose that path; the user has neither typed nor chosen it."""
        self._proposed = Path(path)
        self.line.setText(shown_text(path))

    def _choose_path(self) -> None:
        path = self._ask()
        if path is not None:
            self.show_path(path)
            self.typed.emit()
            self.chosen.emit()


def ask_open_file(parent: QWidget, title: str, start: Path | str, kinds: str) -> Path | None:
    """A file to read; None when the user thinks better of it. `kinds` are Qt's filters: "PDF (*.pdf)"."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
    return Path(name) if name else None


def ask_open_files(parent: QWidget, title: str, start: Path | str, kinds: str) -> list[Path]:
    """Files to read; none when the user thinks better of it."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(start), kinds)
    return [Path(name) for name in names]


def ask_save_file(
    parent: QWidget, title: str, start: Path | str, kinds: str, *, asks_before_replacing: bool = True
) -> Path | None:
    """A file to write; None when the user thinks better of it. `start` proposes a folder and a name.

    The system asks before the user chooses an existing file, unless the caller says itself what becomes of it.
    """
    if asks_before_replacing:
        name, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    else:
        option = QFileDialog.Option.DontConfirmOverwrite
        name, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds, options=option)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, start: Path | str) -> Path | None:
    """A folder; None when the user thinks better of it."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(name) if name else None


def with_ending(path: Path, ending: str, *, any_case: bool = False) -> Path:
    """The path with that ending, dot included, added where it lacks it; one without a name stays so.

    With `any_case` the same ending in other letters, such as .ZIP, will do.
    """
    name = path.name.lower() if any_case else path.name
    return path if not name or name.endswith(ending) else path.with_name(path.name + ending)


def open_in_system(path: Path) -> None:
    """Open a file or folder with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


_Label = QFileDialog.DialogLabel


class FileLabels(QObject):
    """Names the parts of each file dialog as it comes to the front; the system's own dialogs never do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._label_file_dialog)

    def _label_file_dialog(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QFileDialog):
            return
        for label, text in (
            (_Label.LookIn, self.tr("位置(&L)：")),
            (_Label.FileName, self.tr("文件名(&N)：")),
            (_Label.FileType, self.tr("文件类型(&T)：")),
        ):
            dialog.setLabelText(label, text)
