"""Which forms to hand up, and where their package goes."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.ui.document.form_chooser import FormChooser, FormChooserInput
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget

_ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class PackageRequest:
    """What was asked for."""

    form_ids: tuple[int, ...]
    target: Path


class PackageDialog(QDialog):
    """Offers the forms without errors, those of `year` ticked, or all where it is None. Nothing is written here."""

    def __init__(
        self, offer: FormChooserInput, year: int | None, target: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("导出上报包")
        name_widget(self, "packageDialog", title)
        self.setWindowTitle(title)
        ready = [form for form in offer.forms if not form.errors]
        self._left_out = len(offer.forms) - len(ready)
        current = offer.current if any(form.form_id == offer.current for form in ready) else None
        listed = [form.form_id for form in ready if form.form_id in offer.listed]
        self._forms = FormChooser(FormChooserInput(ready, current, listed), "packageForms", self)
        self._target = name_widget(QLineEdit(str(target), self), "packageTarget", self.tr("保存到"))
        self._browse = name_widget(QPushButton(self.tr("浏览…"), self), "packageBrowse", self.tr("浏览…"))
        self._note = name_widget(QLabel(self), "packageNote", self.tr("说明"))
        self._buttons = QDialogButtonBox(self)
        self._ok = name_widget(
            self._buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole), "packageOk", title
        )
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect_signals()
        self._forms.tick_forms([form.form_id for form in ready if year in {None, form.year}])

    def package_request(self) -> PackageRequest:
        """What was asked for; the file ends in .zip."""
        target = Path(self._target.text().strip())
        if target.name and target.suffix.lower() != _ENDING:
            target = target.with_name(target.name + _ENDING)
        return PackageRequest(self._forms.ticked_form_ids(), target)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self._target, 1)
        where.addWidget(self._browse)
        rows = QFormLayout()
        rows.addRow(self.tr("要上报的表"), self._forms)
        rows.addRow(self.tr("保存到"), where)
        content = QLabel(
            self.tr(
                "每张表有 PDF、Excel 和数据文件各一个，另有年度汇总表、核对单和文件清单。"
                "文件写好后重新读出，与表中内容逐格比较，有一处不同就不留下上报包。"
            ),
            self,
        )
        content.setWordWrap(True)
        theme.set_style_property(content, "tone", "muted")
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addLayout(rows, 1)
        column.addWidget(content)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        self.resize(640, 460)

    def _connect_signals(self) -> None:
        self._forms.changed.connect(self._update_note_and_button)
        self._target.textChanged.connect(self._update_note_and_button)
        self._browse.clicked.connect(self._ask_target)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _update_note_and_button(self) -> None:
        """Say what will happen, and leave no button that cannot work."""
        order = self.package_request()
        replaces = order.target.is_file()
        warnings = (
            (not order.form_ids, self.tr("请至少选一张表。")),
            (not order.target.name, self.tr("请填写保存到哪里。")),
            (replaces, self.tr("已有同名文件，导出后会被替换。")),
        )
        text = next((text for applies, text in warnings if applies), "")
        left_out = self.tr("另有 {0} 张表还有错误，不能上报，没有列出。").format(self._left_out)
        self._note.setText(text or (left_out if self._left_out else ""))
        theme.set_style_property(self._note, "tone", "warning")
        self._ok.setEnabled(bool(order.form_ids) and bool(order.target.name))
        self._ok.setText(self.tr("替换") if replaces else self.tr("导出上报包"))
        self._ok.setDefault(True)

    def _ask_target(self) -> None:
        option = QFileDialog.Option.DontConfirmOverwrite
        start, kinds = str(self.package_request().target), "ZIP (*.zip)"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("上报包保存到"), start, kinds, options=option)
        if name:
            self._target.setText(name)
