"""What is in a 交接包, and where the ledger goes that is made of it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.handover import HandOverInfo
from selfeval_desktop.app.paper.file_names import ENDING
from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.safety import handover_words

_SIZE = QSize(640, 440)


@dataclass(frozen=True, slots=True)
class TakeOverRequest:
    """What was asked for."""

    ledger: Path
    with_settings: bool


class TakeOverDialog(QDialog):
    """Nothing is written here. `is_fresh`: nobody has worked on this PC yet, so that the settings come along."""

    def __init__(
        self, found: HandOverInfo, target: Path, *, is_fresh: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("从交接包接收")
        name_widget(self, "takeOverDialog", title)
        self.setWindowTitle(title)
        self._found = found
        self._origin = name_widget(
            QLabel(handover_words.handover_origin(found), self), "takeOverOrigin", self.tr("来源")
        )
        self._totals = name_widget(
            QLabel(handover_words.inventory_totals(found.inventory), self), "takeOverTotals", self.tr("数目")
        )
        self._table = name_widget(QTableWidget(self), "takeOverTable", self.tr("各年度的表"))
        self._target = name_widget(QLineEdit(str(target), self), "takeOverTarget", self.tr("存为新台账"))
        self._browse = name_widget(QPushButton(self.tr("浏览…"), self), "takeOverBrowse", self.tr("浏览…"))
        self._settings = name_widget(
            QCheckBox(self.tr("也采用交接包里的纸张、打印和列宽设置"), self),
            "takeOverSettings",
            self.tr("设置"),
        )
        self._settings.setChecked(is_fresh)
        self._note = name_widget(QLabel(self), "takeOverNote", self.tr("说明"))
        self._buttons = QDialogButtonBox(self)
        accept = QDialogButtonBox.ButtonRole.AcceptRole
        self._ok = name_widget(
            self._buttons.addButton(self.tr("接收"), accept), "takeOverOk", self.tr("接收")
        )
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._fill_table()
        self._lay_out()
        self._connect_signals()
        self._update_note_and_button()

    def take_over_request(self) -> TakeOverRequest:
        """What was asked for; the ledger has its ending."""
        target = Path(self._target.text().strip())
        if target.name and target.suffix != ENDING:
            target = target.with_name(target.name + ENDING)
        return TakeOverRequest(target, self._settings.isChecked())

    def _fill_table(self) -> None:
        heads = (
            *(self.tr("年度"), self.tr("状态"), self.tr("表数")),
            *(self.tr("错误"), self.tr("未核对的值"), self.tr("未处理的退回意见")),
        )
        rows = handover_words.inventory_lines(self._found.inventory)
        self._table.setColumnCount(len(heads))
        self._table.setRowCount(len(rows))
        self._table.setHorizontalHeaderLabels(heads)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self._table.setItem(row, column, item)
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        heads_line = self._table.horizontalHeader()
        heads_line.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads_line.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self._target, 1)
        where.addWidget(self._browse)
        rows = QFormLayout()
        rows.addRow(self.tr("存为新台账"), where)
        checked = QLabel(self.tr("每个文件都按 SHA-256 核对过，没有缺损。"), self)
        theme.set_style_property(checked, "tone", "ok")
        theme.set_style_property(self._note, "tone", "warning")
        column = QVBoxLayout(self)
        for label in (self._origin, self._totals, checked):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self._table, 1)
        column.addLayout(rows)
        column.addWidget(self._settings)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        self._note.setWordWrap(True)
        dialog_sizes.resize_within_screen(self, _SIZE)
        self._ok.setDefault(True)
        self._target.setFocus()

    def _connect_signals(self) -> None:
        self._target.textChanged.connect(self._update_note_and_button)
        self._browse.clicked.connect(self._ask_target)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _update_note_and_button(self) -> None:
        """Say why a name will not do, and leave no button that cannot work."""
        ledger = self.take_over_request().ledger
        warnings = (
            (not ledger.name, self.tr("请填写存到哪里。")),
            (ledger.exists(), self.tr("已有同名文件，不会替换它，请换一个名称。")),
            (not ledger.parent.is_dir(), self.tr("没有这个文件夹，请换一个位置。")),
        )
        text = next((text for applies, text in warnings if applies), "")
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._ok.setEnabled(not text)

    def _ask_target(self) -> None:
        option = QFileDialog.Option.DontConfirmOverwrite
        start, kinds = str(self.take_over_request().ledger), self.tr("台账 (*{0})").format(ENDING)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("存为新台账"), start, kinds, options=option)
        if name:
            self._target.setText(name)
