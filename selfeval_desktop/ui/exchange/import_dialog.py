"""The forms recognised in office files, to choose from before import: which, which parts, under which template."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.app.incoming import Incoming, Recognised, RecognisedKind
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.form.blank_rows import find_blank_rows
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading.read_form import (
    ImportedPart,
    ReadForm,
    count_lost_rows,
    imported_part_of,
    select_parts,
    sweep_blank_rows,
)
from selfeval_desktop.ui.exchange.read_form_view import ReadFormView
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import incoming as words

ImportTarget = Literal["import", "fill"]

_LIST_WIDTH = 220
_BESIDE_TEXT = 56
_MOST_NOTES = 6
_WIDEST_VALUE = 230


@dataclass(frozen=True, slots=True)
class ImportInput:
    """The read files, the templates, and the open form, None where none is open.

    `twin_of` gives a sentence about a stored form with the same content, "" where there is none. `can_fill` is
    whether the open form may be filled in.
    """

    files: Sequence[Incoming]
    templates: Sequence[Template]
    opened: FormState | None
    twin_of: Callable[[Form], str]
    can_fill: bool = True


@dataclass(frozen=True, slots=True)
class _Choice:
    """One recognised form: the chosen reading and parts; `remark` says why it begins unticked, "" where ticked."""

    file: Incoming
    found: Recognised
    reading: ReadForm
    pieces: frozenset[ImportedPart]
    remark: str = ""


class ImportDialog(TaskDialog):
    """Stores nothing itself: `ticked_readings` become new forms, or fill the open one, as `import_target` says."""

    def __init__(self, offer: ImportInput, parent: QWidget | None = None) -> None:
        super().__init__("importDialog", self.tr("导入"), parent)
        self.import_target: ImportTarget = "import"
        self._offer = offer
        self._templates = {template.id: template for template in offer.templates}
        self._choices = self._first_choices()
        self._list = name_widget(QListWidget(self), "importFound", self.tr("认出的表"))
        self._template = name_widget(QComboBox(self), "importTemplate", self.tr("表样"))
        self._second = name_widget(PlainLabel(self), "importSecond", self.tr("其次接近的表样"))
        theme.set_style_property(self._second, "tone", "muted")
        self._pieces = {
            piece: name_widget(
                QCheckBox(words.imported_part_name(piece), self),
                f"importPiece_{piece}",
                words.imported_part_name(piece),
            )
            for piece in ImportedPart
        }
        self._view = ReadFormView("import", theme.scaled_length(_WIDEST_VALUE), self, is_upright=True)
        self._notes = name_widget(PlainLabel(self), "importNotes", self.tr("没有读的部分"))
        blank = sum(len(find_blank_rows(choice.reading.form)) for choice in self._choices)
        text = self.tr("不要没有填写的 {0} 行指标（如“……”“指标2：”）").format(blank)
        self._sweep = name_widget(QCheckBox(text, self), "importSweep", text)
        self._sweep.setChecked(blank > 0)
        self._sweep.setVisible(blank > 0)
        self._list_found()
        self._lay_out()
        self._connect_signals()
        self._list.setCurrentRow(0)
        self._update_note_and_buttons()

    @property
    def ticked_readings(self) -> tuple[ReadForm, ...]:
        """The ticked forms, each reduced to its ticked parts."""
        readings = (
            self._wanted_reading(choice) for place, choice in enumerate(self._choices) if self._is_ticked(place)
        )
        return tuple(map(sweep_blank_rows, readings) if self._sweep.isChecked() else readings)

    def _first_choices(self) -> list[_Choice]:
        """All parts of each form. Duplicates, and partial tables from a file that has a whole form, begin unticked."""
        choices: list[_Choice] = []
        for file in self._offer.files:
            for found in file.found:
                reading = _first_reading(found, self._offer.opened)
                remark = self._offer.twin_of(reading.form)
                if any(choice.reading.form == reading.form for choice in choices):
                    remark = self.tr("与前面的一张内容相同。")
                elif not remark and found not in file.recognised_forms:
                    remark = self.tr("同一个文件里有完整的自评表，这一张没有勾选。")
                choices.append(_Choice(file, found, reading, frozenset(map(imported_part_of, reading.taken)), remark))
        return choices

    def _list_found(self) -> None:
        for choice in self._choices:
            form, source = choice.reading.form, choice.found.source
            name = " ".join(form.project_name.split()) or self.tr("（没有项目名称）")
            kind, place = (
                words.recognised_kind_name(choice.found),
                words.container_name(source.container, source.name),
            )
            lines = (name, f"{kind} · {place}", shown_text(choice.file.path.name))
            item = QListWidgetItem("\n".join(map(self._elided_list_text, lines)))
            item.setToolTip(tooltip_text("\n".join((*lines[:2], shown_text(choice.file.path)))))
            item.setCheckState(Qt.CheckState.Unchecked if choice.remark else Qt.CheckState.Checked)
            self._list.addItem(item)

    def _elided_list_text(self, text: str) -> str:
        """The text with its middle elided to the width of the list."""
        width = theme.scaled_length(_LIST_WIDTH - _BESIDE_TEXT)
        return self._list.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)

    def _lay_out(self) -> None:
        self._list.setFixedWidth(theme.scaled_length(_LIST_WIDTH))
        self._list.setSpacing(1)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        picks = QHBoxLayout()
        label = PlainLabel(self.tr("表样"), self)
        label.setBuddy(self._template)
        picks.addWidget(label)
        picks.addWidget(self._template)
        picks.addWidget(self._second)
        picks.addStretch(1)
        picks.addWidget(PlainLabel(self.tr("导入"), self))
        for box in self._pieces.values():
            picks.addWidget(box)
        right, halves = QVBoxLayout(), QHBoxLayout()
        right.addLayout(picks)
        right.addWidget(self._view, 1)
        halves.addWidget(self._list)
        halves.addLayout(right, 1)
        theme.set_style_property(self._notes, "tone", "muted")
        self._notes.setWordWrap(True)
        skipped = list(dict.fromkeys(line for file in self._offer.files for line in words.passed_over_sentences(file)))
        self._notes.setText(" ".join(skipped[:_MOST_NOTES]) + ("…" if len(skipped) > _MOST_NOTES else ""))
        self._notes.setToolTip(tooltip_text("\n".join(skipped)))
        self._notes.setVisible(bool(skipped))
        self.add_text(self.tr("认出 {0} 张表，还没有存入").format(len(self._choices)), "heading")
        self.add_part(halves, 1)
        self.add_part(self._sweep)
        self.add_part(self._notes)
        self.add_note("importNote")
        self._ok = self.add_button("importOk", self.tr("导入"), ButtonRole.ActionRole)
        self._fill = self.add_button("importFill", self.tr("填进当前表"), ButtonRole.ActionRole)
        self.add_cancel()
        self.start_with_size(880, 460)

    def _connect_signals(self) -> None:
        self._list.currentRowChanged.connect(self._show_found_form)
        self._list.itemChanged.connect(self._update_note_and_buttons)
        self._template.activated.connect(self._choose_template)
        for box in self._pieces.values():
            box.clicked.connect(self._choose_pieces)
        self._ok.clicked.connect(lambda: self._accept_target("import"))
        self._fill.clicked.connect(lambda: self._accept_target("fill"))

    def _show_found_form(self, place: int) -> None:
        """Show that form with its template and ticked parts."""
        choice = self._choices[place]
        self._template.clear()
        for reading in choice.found.readings:
            self._template.addItem(self._templates[reading.form.template].name, reading.form.template)
        self._template.setCurrentIndex(self._template.findData(choice.reading.form.template))
        self._template.setEnabled(self._template.count() > 1)
        second = self._template.itemText(1) if self._template.count() > 1 else ""
        self._second.setText(self.tr("其次接近：{0}").format(second) if second else "")
        has = set(map(imported_part_of, choice.reading.taken))
        for piece, box in self._pieces.items():
            box.setEnabled(piece in has)
            box.setChecked(piece in choice.pieces)
        self._show_reading(choice)
        self._update_note_and_buttons()

    def _show_reading(self, choice: _Choice) -> None:
        opened = self._offer.opened
        template = self._templates[choice.reading.form.template]
        self._view.show_reading(
            choice.reading,
            template,
            self._told_lines(choice),
            opened.form if opened else None,
        )

    def _told_lines(self, choice: _Choice) -> list[str]:
        """The doubts, and what heads were taken for."""
        source = choice.found.source
        return [*words.file_doubt_lines(source, choice.reading), *words.file_note_lines(source, choice.reading)]

    def _choose_template(self) -> None:
        place = self._list.currentRow()
        choice, wanted = self._choices[place], self._template.currentData()
        reading = next(each for each in choice.found.readings if each.form.template == wanted)
        pieces = frozenset(map(imported_part_of, reading.taken))
        self._choices[place] = replace(choice, reading=reading, pieces=pieces)
        self._show_found_form(place)

    def _choose_pieces(self) -> None:
        place = self._list.currentRow()
        pieces = frozenset(piece for piece, box in self._pieces.items() if box.isChecked())
        self._choices[place] = replace(self._choices[place], pieces=pieces)
        self._update_note_and_buttons()

    def _update_note_and_buttons(self) -> None:
        """Warn of what is missing or lost, and enable the buttons accordingly."""
        ticked = [choice for place, choice in enumerate(self._choices) if self._is_ticked(place)]
        is_possible = bool(ticked) and all(choice.pieces for choice in ticked)
        self._ok.setText(self.tr("作为 {0} 张新表导入").format(len(ticked)) if ticked else self.tr("导入"))
        self._ok.setAccessibleName(self._ok.text())
        self._ok.setEnabled(is_possible)
        self._fill.setVisible(self._offer.opened is not None and self._offer.can_fill)
        target = self._fill_target(ticked)
        self._fill.setEnabled(is_possible and target is not None)
        self._ok.setDefault(True)
        current = max(self._list.currentRow(), 0)
        lost = self._lost_row_count(ticked) if target else 0
        warnings = (
            (not ticked, self.tr("请至少勾选一张表。")),
            (bool(ticked) and not is_possible, self.tr("有一张表没有勾选要导入的内容。")),
            (bool(self._choices[current].remark), self._choices[current].remark),
            (
                lost > 0,
                self.tr("填进当前表时，当前表有 {0} 行指标文件里没有，不再保留。").format(lost),
            ),
        )
        text = next((text for applies, text in warnings if applies), "")
        note = text or self.tr("导入的值带“导入”标记，可以一次撤销。")
        self.show_note(note, "warning" if text else "muted")

    def _fill_target(self, ticked: Sequence[_Choice]) -> FormState | None:
        """The open form, if one form is ticked and it has the same template; else None."""
        opened = self._offer.opened
        if opened is None or len(ticked) != 1 or not self._offer.can_fill:
            return None
        return opened if ticked[0].reading.form.template == opened.template.id else None

    def _lost_row_count(self, ticked: Sequence[_Choice]) -> int:
        opened = self._fill_target(ticked)
        return count_lost_rows(opened.form, self._wanted_reading(ticked[0])) if opened else 0

    def _wanted_reading(self, choice: _Choice) -> ReadForm:
        return select_parts(choice.reading, choice.pieces, self._templates[choice.reading.form.template])

    def _is_ticked(self, place: int) -> bool:
        return self._list.item(place).checkState() is Qt.CheckState.Checked

    def _accept_target(self, use: ImportTarget) -> None:
        self.import_target = use
        self.accept()


def _first_reading(found: Recognised, opened: FormState | None) -> ReadForm:
    """The best reading; for a partial table the one under the open form's template, if any."""
    if opened is not None and found.kind is not RecognisedKind.FORM:
        fitting = (each for each in found.readings if each.form.template == opened.template.id)
        return next(fitting, found.readings[0])
    return found.readings[0]
