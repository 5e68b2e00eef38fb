"""One form, changed here and elsewhere: what differs, cell by cell, and which of both stays."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.conflicts import Conflict, ConflictChoice
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.differences import find_differences
from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.differences_model import AFTER, BEFORE, PLACE, DifferencesModel

_SIZE = QSize(760, 460)
_WIDEST_PLACE = 230


class ConflictDialog(QDialog):
    """`way` is what the user chose; None when he put it off. `rival` names who stored the other, "" for nobody known."""

    def __init__(
        self, conflict: Conflict, template: Template, rival: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        name_widget(self, "conflictDialog", self.tr("两处都改了同一张表"))
        self.setWindowTitle(self.tr("两处都改了同一张表"))
        self.choice: ConflictChoice | None = None
        self._model = DifferencesModel(self)
        self._model.name_compared_versions(self.tr("别处存入的"), self.tr("这里的"))
        found = find_differences(conflict.theirs, conflict.mine)
        self._model.show_differences(found, template)
        self._about = name_widget(QLabel(self), "conflictAbout", self.tr("两处都改了同一张表"))
        self._about.setText(self._conflict_text(conflict, rival, len(found)))
        self._lines = LinesView(self._model, (PLACE, BEFORE, AFTER), self._column_widths, self)
        name_widget(self._lines, "conflictDifferences", self.tr("两处的不同"))
        self._hint = QLabel(self)
        self._hint.setText(
            self.tr(
                "两份都留：别处的仍是这张表，这里的另成一张新表。采用别处的：用“撤销”可以找回这里的。"
                "保留这里的：别处的另成一张新表。"
            )
        )
        self._buttons = [
            (self._make_button("conflictBoth", self.tr("两份都留")), ConflictChoice.BOTH),
            (self._make_button("conflictTheirs", self.tr("采用别处的")), ConflictChoice.THEIRS),
            (self._make_button("conflictMine", self.tr("保留这里的")), ConflictChoice.MINE),
        ]
        self._later = self._make_button("conflictLater", self.tr("先不处理"))
        self._lay_out()
        self._later.clicked.connect(self.reject)
        for button, way in self._buttons:
            button.clicked.connect(lambda _checked=False, way=way: self._accept_choice(way))

    def _conflict_text(self, conflict: Conflict, rival: str, count: int) -> str:
        name = conflict.mine.project_name or self.tr("未填项目名称的表")
        who = f"{rival} " if rival else self.tr("别处")
        text = self.tr("“{name}”在这里还没有保存，{who}也改了并已存入，没有覆盖。")
        told = text.format(name=name, who=who)
        if count:
            return told + self.tr("两处有 {count} 处不同：").format(count=count)
        return told + self.tr("表里的内容相同，只有备注、理由等不同。")

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        for label in (self._about, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_style_property(self._about, "tone", "heading")
        theme.set_style_property(self._hint, "tone", "muted")
        below = QHBoxLayout()
        below.addWidget(self._later)
        below.addStretch(1)
        for button, _ in reversed(self._buttons):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(self._lines, 1)
        column.addWidget(self._hint)
        column.addLayout(below)
        default, _ = self._buttons[0]
        default.setDefault(True)
        default.setFocus()
        dialog_sizes.resize_within_screen(self, _SIZE)

    def _accept_choice(self, way: ConflictChoice) -> None:
        self.choice = way
        self.accept()

    def _column_widths(self, room: int) -> tuple[int, ...]:
        place = min(_WIDEST_PLACE, room // 3)
        before = (room - place) // 2
        return place, before, room - place - before
