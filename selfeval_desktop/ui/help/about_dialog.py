"""关于本程序: what it is, its version, and the licence that it comes under."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from selfeval_desktop import __version__, paths
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget


class AboutDialog(TaskDialog):
    """The licence is told in a sentence and shown in full, as it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("aboutDialog", self.tr("关于本程序"), parent)
        self.add_text(self.tr("绩效自评 {0}").format(__version__), "heading")
        self.add_text(self.tr("填报、检查、打印财政项目支出绩效自评表。"))
        self.add_text(
            self.tr(
                "本程序以 Apache 许可证 2.0 发布，可以自由使用、修改和再分发；"
                "字体和图标各带自己的许可文件，在程序的 resources 文件夹里。"
            )
        )
        licence = QPlainTextEdit(paths.license_file().read_text("utf-8"), self)
        name_widget(licence, "aboutLicence", self.tr("许可全文"))
        licence.setReadOnly(True)
        licence.setTabChangesFocus(True)
        self.add_part(licence, 1)
        self.add_close(is_default=True)
        self.start_with_size(640, 460)
