"""关于本程序: what it is, its version, and the licence that it comes under."""

from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from selfeval_desktop import __version__, paths
from selfeval_desktop.ui.kit.plain_text import make_text_view
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog


class AboutDialog(TaskDialog):
    """The licence is told in a sentence and shown in full, as it is given; `parts` asks for those of other works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("aboutDialog", self.tr("关于本程序"), parent)
        self.add_text(self.tr("绩效自评 {0}").format(__version__), "heading")
        self.add_text(self.tr("填报、检查、打印财政项目支出绩效自评表。"))
        self.add_text(
            self.tr(
                "本程序以 Apache 许可证 2.0 发布，可以自由使用、修改和再分发；"
                "所用的库、字体和图标各有自己的许可，见“第三方软件及许可”。"
            )
        )
        self.add_part(self._make_licence(), 1)
        self.parts: QPushButton = self.add_button("aboutParts", self.tr("第三方软件及许可…"), ButtonRole.ActionRole)
        self.parts.setAutoDefault(False)
        self.add_close(is_default=True)
        self.start_with_size(640, 460)

    def _make_licence(self) -> QPlainTextEdit:
        licence = make_text_view("aboutLicence", self.tr("许可全文"), self)
        licence.setPlainText(paths.license_file().read_text("utf-8"))
        return licence
