"""从上年结转: which forms go into which year, what of them, and the years in their texts that follow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.carry_over import (
    USUAL_PARTS,
    CarriedForm,
    CarriedPart,
    YearMention,
    replace_years,
)
from selfeval_desktop.domain.over_time.last_year import is_same_project
from selfeval_desktop.ui.document.form_chooser import FormChooser, FormChooserInput
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.task_dialog import TaskDialog, add_row
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names, errors
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_BEFORE, _BEHIND = 6, 8
"""How many characters are shown before and after a year."""

_PARTS: Mapping[CarriedPart, tuple[str, str]] = {
    CarriedPart.BASICS: (
        QT_TRANSLATE_NOOP("CarryOver", "基本信息"),
        QT_TRANSLATE_NOOP("CarryOver", "项目名称、主管部门、实施单位和随单位的内容"),
    ),
    CarriedPart.GOALS: (
        QT_TRANSLATE_NOOP("CarryOver", "目标"),
        QT_TRANSLATE_NOOP("CarryOver", "预期目标；实际完成情况清空"),
    ),
    CarriedPart.INDICATORS: (
        QT_TRANSLATE_NOOP("CarryOver", "指标"),
        QT_TRANSLATE_NOOP("CarryOver", "各级指标、年度指标值和分值；完成值、得分、偏差原因清空"),
    ),
    CarriedPart.FUNDS: (
        QT_TRANSLATE_NOOP("CarryOver", "资金"),
        QT_TRANSLATE_NOOP("CarryOver", "年初预算数和全年预算数照抄上年；执行数清空"),
    ),
}


@dataclass(frozen=True, slots=True)
class CarryOverRequest:
    """The ids of the forms, the year of the new ones, and the parts that are copied."""

    form_ids: tuple[int, ...]
    year: int
    parts: frozenset[CarriedPart]


Carry = Callable[[CarryOverRequest], Sequence[CarriedForm]]
"""Makes the new forms without storing them; SelfEvalError."""


class CarryDialog(TaskDialog):
    """Stores nothing itself; see `carried_forms`."""

    def __init__(self, offer: FormChooserInput, year: int, carry: Carry, parent: QWidget | None = None) -> None:
        super().__init__("carryDialog", self.tr("从上年结转"), parent)
        self._offer, self._carry, self._usual_year = offer, carry, year
        self._carried: tuple[CarriedForm, ...] = ()
        self._forms = FormChooser(offer, "carryForms", self)
        self._year = name_widget(QSpinBox(self), "carryYear", self.tr("结转到的年度"))
        self._has_chosen_year = False
        self._parts = {part: self._part_box(part) for part in CarriedPart}
        self._mentions = name_widget(QListWidget(self), "carryMentions", self.tr("文字里的年份"))
        self._heading = PlainLabel(self)
        self._lay_out()
        self._connect_signals()
        self._forms.tick_forms([offer.current])

    def carry_over_request(self) -> CarryOverRequest:
        """What is chosen so far; no forms or no parts while nothing is ticked."""
        parts = frozenset(part for part, box in self._parts.items() if box.isChecked())
        return CarryOverRequest(self._forms.ticked_form_ids(), self._year.value(), parts)

    def carried_forms(self) -> tuple[Form, ...]:
        """The new forms; in their texts the ticked old years are replaced by the new one."""
        return tuple(
            replace_years(carried.form, self._ticked_mentions(number)) for number, carried in enumerate(self._carried)
        )

    def _part_box(self, part: CarriedPart) -> QCheckBox:
        box = name_widget(
            QCheckBox(part_name(part), self),
            f"carryPart_{part}",
            part_name(part),
        )
        box.setToolTip(tooltip_text(part_description(part)))
        box.setChecked(part in USUAL_PARTS)
        return box

    def _lay_out(self) -> None:
        self._year.setRange(edits.FIRST_YEAR, edits.LAST_YEAR)
        self._year.setValue(self._usual_year)
        rows = QFormLayout()
        add_row(rows, self.tr("结转到"), self._year)
        boxes = QHBoxLayout()
        for box in self._parts.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        add_row(rows, self.tr("带来"), boxes)
        cleared = PlainLabel(cleared_content_note(), self)
        cleared.setWordWrap(True)
        theme.set_style_property(cleared, "tone", "muted")
        self._mentions.setWordWrap(True)
        right = QVBoxLayout()
        right.addLayout(rows)
        right.addWidget(cleared)
        right.addWidget(self._heading)
        right.addWidget(self._mentions, 100)
        right.addStretch(1)
        right.addWidget(self.add_note("carryNote"))
        columns = QHBoxLayout()
        columns.addWidget(self._forms, 4)
        columns.addSpacing(12)
        columns.addLayout(right, 5)
        self.add_part(columns, 1)
        self._ok = self.add_button("carryOk", self.tr("结转"), is_default=True)
        self.add_cancel()
        self.start_with_size(880, 470)

    def _connect_signals(self) -> None:
        self._forms.changed.connect(self._on_forms_changed)
        self._year.valueChanged.connect(self._on_year_changed)
        for box in self._parts.values():
            box.toggled.connect(self._update_carried_forms)

    def _on_year_changed(self) -> None:
        self._has_chosen_year = True
        self._update_carried_forms()

    def _on_forms_changed(self) -> None:
        """Propose the year after the latest of the ticked forms, unless the user has set one."""
        chosen = set(self._forms.ticked_form_ids())
        years = [form.year for form in self._offer.forms if form.form_id in chosen and form.year is not None]
        if years and not self._has_chosen_year:
            self._year.blockSignals(True)
            self._year.setValue(max(years) + 1)
            self._year.blockSignals(False)
        self._update_carried_forms()

    def _update_carried_forms(self) -> None:
        """Make the new forms for the request and show the years in their texts."""
        order, refusal = self.carry_over_request(), ""
        try:
            self._carried = tuple(self._carry(order))
        except SelfEvalError as error:
            self._carried, refusal = (), errors.error_sentence(error)
        self._show_mentions()
        self._ok.setEnabled(bool(self._carried and order.parts))
        self._update_note(order, refusal)

    def _show_mentions(self) -> None:
        self._mentions.clear()
        several = len(self._carried) > 1
        for number, carried in enumerate(self._carried):
            for mention in carried.mentions:
                item = QListWidgetItem(mentioned_year_line(carried.form, mention, several=several))
                item.setData(Qt.ItemDataRole.UserRole, (number, mention))
                state = Qt.CheckState.Checked if mention.is_plain else Qt.CheckState.Unchecked
                item.setCheckState(state)
                self._mentions.addItem(item)
        found = self._mentions.count() > 0
        self._mentions.setCurrentRow(0 if found else -1)
        self._mentions.setVisible(found)
        heading = self.tr("文字里的年份，勾选的改为新年度：") if found else self.tr("文字里没有提到年份。")
        self._heading.setText(heading if self._carried else "")

    def _ticked_mentions(self, number: int) -> list[YearMention]:
        """The ticked mentions of a year in that form, `number` counting the new forms from 0."""
        found = []
        for row in range(self._mentions.count()):
            item = self._mentions.item(row)
            place, mention = item.data(Qt.ItemDataRole.UserRole)
            if place == number and item.checkState() is Qt.CheckState.Checked:
                found.append(mention)
        return found

    def _update_note(self, order: CarryOverRequest, refusal: str) -> None:
        there = self._existing_form_count(order)
        if refusal:
            text, tone = refusal, "error"
        elif not order.form_ids:
            text, tone = self.tr("请在左边至少选一张表。"), "warning"
        elif not order.parts:
            text, tone = self.tr("请至少选一部分。"), "warning"
        elif there:
            text = self.tr("{year} 年度已经有其中 {count} 个项目的表，结转后会有两张。")
            text, tone = text.format(year=order.year, count=there), "warning"
        else:
            text = self.tr("将新建 {count} 张表，原表不变，可以撤销。带来的值都认可以后才能正式打印。")
            text, tone = text.format(count=len(order.form_ids)), "muted"
        self.show_note(text, tone)

    def _existing_form_count(self, order: CarryOverRequest) -> int:
        """How many of the ticked projects have a form in the chosen year already."""
        chosen = set(order.form_ids)
        there = [form for form in self._offer.forms if form.year == order.year]
        return sum(
            any(is_same_project(form.project_name, form.unit, other.project_name, other.unit) for other in there)
            for form in self._offer.forms
            if form.form_id in chosen
        )


def part_name(kind: CarriedPart) -> str:
    """Name of a part, beside its checkbox."""
    return translate("CarryOver", _PARTS[kind][0])


def part_description(kind: CarriedPart) -> str:
    """Which fields of a part are copied and which are cleared; a tooltip."""
    return translate("CarryOver", _PARTS[kind][1])


def cleared_content_note() -> str:
    """Which fields are always cleared."""
    return translate("CarryOver", "执行数、完成情况、完成值、得分和原因一律清空；目标值和分值保留。")


def mentioned_year_line(form: Form, found: YearMention, *, several: bool) -> str:
    """The cell, and the year with the characters around it before and after the replacement.

    Where there are `several` forms, the project name comes first.
    """
    text = edits.cell_text(form, found.field)
    end = found.start + len(found.before)
    ahead, behind = text[max(0, found.start - _BEFORE) : found.start], text[end : end + _BEHIND]
    before, after = (f"{ahead}{year}{behind}".replace("\n", " ") for year in (found.before, found.after))
    project = [" ".join(form.project_name.split())] if several and form.project_name else []
    place = "：".join((*project, cell_names.cell_path(found.field)))
    return translate("CarryOver", "{place}　“{before}” → “{after}”").format(place=place, before=before, after=after)
