"""Templates: moving a form to another one or to the newest version of its own, and loading one from a file."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.errors import BadTemplate, SelfEvalError, TemplateFault
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ledger.templates import later_version
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form.annotations import DroppedText
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.template_change import MONEY_UNIT, RetemplatedForm, change_template
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import STEP
from selfeval_desktop.ui.filling.form_head import FormHead, template_with_version
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.files import ask_open_file
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.kit.picker import PickRow, PicksModel
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names, errors, labels
from selfeval_desktop.wording.translation import translate

SEVERAL = 2
LATER = "later template"
"""Marks the message that offers the newest version of the open form's template."""


class TemplateCommands(QObject):
    """Moving is one step of undo; texts without a cell in the new template are kept and can be looked at."""

    def __init__(self, document: Document, head: FormHead, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._head, self._window = document, head, window
        self._shown: int | None = None
        self._reported_forms: set[int] = set()
        head.templateChosen.connect(self.change_form_template)
        document.ledgerChanged.connect(self._reported_forms.clear)
        document.formShown.connect(self._announce_later_version)

    def change_form_template(self, template_id: str) -> None:
        """Move the open form to the newest version of that template."""
        with self._document.reporting_errors():
            self._move_form_to(self._document.templates.get_template(template_id))
        self._head.reload_templates()

    @does("actionLoadTemplate")
    def load_template_file(self) -> None:
        """Let the user choose the file of a template, and install it."""
        if self._document.progress.is_busy:
            return
        folder = self._document.services.settings.load_settings().folder
        path = ask_open_file(self._window, self.tr("载入表样"), folder, self.tr("表样 (*.toml)"))
        if path is None:
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在读取表样…")) as watch:
                template = self._read_template_file(path, watch)
            if template is None:
                return
            self._head.reload_templates()
            state = self._document.form
            offers = self._later_version_offers(state) if state and state.template.id == template.id else []
            self._document.messages.show_message(
                template_loaded_notice(template), "ok", offers, about=LATER if offers else ""
            )

    def _read_template_file(self, path: Path, progress: Progress) -> Template | None:
        """The installed template; None where the file has several faults, of which the first is told at once."""
        try:
            return self._document.services.load_template(path, progress)
        except BadTemplate as error:
            if len(error.faults) < SEVERAL:
                raise
            dialog = partial(TemplateFaultsDialog, path, error.faults, self._window)
            offer = self.tr("查看全部 {0} 处").format(len(error.faults)), lambda: dialog().ask_consent()
            self._document.messages.show_message(errors.error_sentence(error), "error", [offer])
            return None

    @does("actionDropped")
    def show_dropped_contents(self) -> None:
        """Show what the open form holds that its template has no cell for."""
        state = self._document.form
        if state is None:
            return
        lines = tuple(kept_cell_lines(state.form, self._document.templates))
        if not lines:
            self._document.messages.show_message(
                self.tr("这张表没有留存的内容：换表样后没有位置的内容会放在这里。"), "hint"
            )
            return
        TemplateDialog(lines, self._window).ask_consent()

    def _move_form_to(self, new: Template) -> None:
        self._document.autosave.commit_editor_text()
        state = self._document.form
        if state is None:
            return
        moved = change_template(state.form, state.template, new)
        label = labels.cell_edit_label(FieldRef.head("template"), state.template)
        if not self._document.change_form(moved.form, label=label, merge_key="template"):
            return
        offers: list[MessageOffer] = [(self.tr("撤销"), self._document.undo)]
        if kept_cell_count(moved.form):
            offers.insert(0, (self.tr("查看"), self.show_dropped_contents))
        told = template_changed_notice(state.form, moved, new)
        self._document.messages.show_message(told, "warning" if moved.dropped else "ok", offers, about=STEP)

    def _announce_later_version(self, state: FormState | None) -> None:
        """Say once for each form that its template has a newer version."""
        form_id = state.form_id if state else None
        if form_id == self._shown:
            return
        self._shown = form_id
        self._document.messages.clear_message(about=LATER)
        if state is None or state.form_id in self._reported_forms:
            return
        with self._document.reporting_errors():
            later = later_version(state.template, self._document.services.templates)
            if later is not None:
                self._reported_forms.add(state.form_id)
                told = newer_version_notice(state.template, later)
                self._document.messages.show_message(told, "hint", self._later_version_offers(state), about=LATER)

    def _later_version_offers(self, state: FormState) -> list[MessageOffer]:
        """A button that moves the open form to the newest version; none when it has that or is read-only."""
        later = later_version(state.template, self._document.services.templates)
        if later is None or self._document.read_only:
            return []
        return [(self.tr("换用第 {0} 版").format(later.version), partial(self.change_form_template, later.id))]


class TemplateFaultsDialog(TaskDialog):
    """All faults of a template file, each with its line."""

    def __init__(self, path: Path, faults: Sequence[TemplateFault], parent: QWidget | None = None) -> None:
        title = self.tr("表样文件的问题")
        super().__init__("templateFaultsDialog", title, parent)
        self.add_text(errors.template_faults_sentence(path, len(faults)))
        model = PicksModel(
            [PickRow((errors.template_fault_line(fault),), ()) for fault in faults],
            (self.tr("问题"),),
            checkable=False,
            parent=self,
        )
        view = name_widget(LinesView(model, (0,), lambda room: (room,), self), "templateFaults", title)
        view.setCurrentIndex(model.index(0, 0))
        self.add_part(view, 1)
        self.add_close(is_default=True)
        self.start_with_size(760, 380)


class TemplateDialog(TaskDialog):
    """The texts that a form keeps though its template has no cell for them.

    Each line is the path of a cell, its text, and the template that had it. All can be copied.
    """

    def __init__(self, lines: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        title = self.tr("留存的内容")
        super().__init__("templateDialog", title, parent)
        self._lines = lines
        self.add_note("templateNote").setText(kept_cells_heading(len(lines)))
        heads = (self.tr("位置"), self.tr("内容"), self.tr("原来的表样"))
        model = PicksModel([PickRow(line, ()) for line in lines], heads, checkable=False, parent=self)
        view = name_widget(LinesView(model, (0, 1, 2), _line_widths, self), "templateLines", title)
        view.setCurrentIndex(model.index(0, 0))
        self.add_part(view, 1)
        copy = self.add_button("templateCopy", self.tr("复制"), ButtonRole.ActionRole)
        copy.setAccessibleName(self.tr("复制全部内容"))
        copy.setAutoDefault(False)
        copy.setToolTip(self.tr("复制全部内容，可以粘贴到别的格里或 Excel、WPS 里"))
        copy.clicked.connect(self._copy_all_lines)
        self.add_close(is_default=True)
        self.start_with_size(760, 380)

    def _copy_all_lines(self) -> None:
        text = "\n".join("\t".join(" ".join(part.split()) for part in line) for line in self._lines)
        QGuiApplication.clipboard().setText(text)


def _line_widths(room: int) -> tuple[int, ...]:
    place, former = room * 3 // 10, room // 4
    return place, room - place - former, former


def template_changed_notice(before: Form, moved: RetemplatedForm, new: Template) -> str:
    """The template of the form now, and how many cells were kept aside, put back or converted."""
    told = [translate("Templates", "已换成{template}。").format(template=template_with_version(new))]
    kept, unit = kept_cell_count(moved.form), moved.form.money_unit
    if kept:
        text = translate("Templates", "有 {count} 格在新表样里没有位置，已留存。")
        told.append(text.format(count=kept))
    if moved.restored:
        text = translate("Templates", "原来留存的 {count} 格已放回。")
        told.append(text.format(count=len(moved.restored)))
    if unit != before.money_unit:
        told.append(translate("Templates", "金额已换算成{unit}。").format(unit=unit))
    return "".join(told)


def newer_version_notice(old: Template, new: Template) -> str:
    """The notice that there is a newer version than the form's."""
    text = translate("Templates", "这张表按“{name}”第 {old} 版填写，现在有第 {new} 版。不换也可以照旧检查和打印。")
    return text.format(name=new.name, old=old.version, new=new.version)


def template_loaded_notice(template: Template) -> str:
    """The notice that a template was installed."""
    return translate("Templates", "已载入表样{template}，可以在表样一栏里选用。").format(
        template=template_with_version(template)
    )


def kept_cells_heading(count: int) -> str:
    """The text above the list of kept cells."""
    text = translate(
        "Templates",
        "下面 {count} 格在现在的表样里没有位置。内容留存在台账里，不打印也不导出；换回有这一格的表样时自动放回。",
    )
    return text.format(count=count)


def kept_cell_count(form: Form) -> int:
    """How many texts the form keeps that its template has no cell for."""
    return sum(cell != MONEY_UNIT for cell in form.annotations.dropped)


def kept_cell_lines(form: Form, templates: Templates) -> Iterator[tuple[str, str, str]]:
    """Path, text and former template of each text that the form's template has no cell for."""
    for key, dropped in form.annotations.dropped.items():
        cell = form.annotated_cell(key)
        if cell is not None and cell != MONEY_UNIT:
            template = _former_template(dropped, templates)
            name = template_with_version(template) if template else dropped.template
            yield cell_names.cell_path(cell, template), dropped.text, name


def _former_template(dropped: DroppedText, templates: Templates) -> Template | None:
    """The template that had the cell; None where nobody has it any more."""
    try:
        return templates.get_template(dropped.template, dropped.version)
    except SelfEvalError:
        return None
