"""The labels of Qt's own file dialogs that Qt leaves in English."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

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
