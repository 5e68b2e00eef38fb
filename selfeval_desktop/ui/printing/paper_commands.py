"""The paper that the forms of a template are printed on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from selfeval_desktop.app.ports.documents import FontOffer
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.paper import MOST_BINDING, SIZES, Orientation, PaperChoice, PaperSize
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget

_BINDING_STEP = 5


@dataclass(frozen=True, slots=True)
class PageSetupInput:
    """What the dialog starts with: the template, what was chosen for it so far, and the fonts of this computer."""

    template: Template
    choice: PaperChoice
    fonts: Sequence[FontOffer]


class PageSetupDialog(TaskDialog):
    """Emits `changed` with each new PaperChoice, so that the preview shows it at once.

    What equals the template's own setting is not chosen: it goes on following the template.
    """

    changed = Signal(object)

    def __init__(self, offer: PageSetupInput, parent: QWidget | None = None) -> None:
        super().__init__("pageSetupDialog", self.tr("页面设置"), parent)
        self._template, self._paper = offer.template, offer.template.paper
        self._size = name_widget(QComboBox(self), "paperSize", self.tr("纸张"))
        self._orientation = name_widget(QComboBox(self), "paperOrientation", self.tr("方向"))
        self._binding = name_widget(QSpinBox(self), "paperBinding", self.tr("装订边"))
        self._font = name_widget(QComboBox(self), "paperFont", self.tr("正文字体"))
        imprint, signature = self.tr("页脚印校验码和二维码"), self.tr("表下印签字行")
        self._imprint = name_widget(QCheckBox(imprint, self), "paperImprint", imprint)
        self._signature = name_widget(QCheckBox(signature, self), "paperSignature", signature)
        self._reset = self.add_button("paperReset", self.tr("恢复表样设置"), ButtonRole.ResetRole)
        self.add_button("pageSetupOk", self.tr("确定"), is_default=True)
        self.add_cancel()
        self._fill_choices(offer)
        self._lay_out()
        self._show_choice(offer.choice)
        self._connect_signals()

    def paper_choice(self) -> PaperChoice:
        """The settings that differ from the template, None for those that do not."""
        paper, size, orientation = self._paper, self._size.currentData(), self._orientation.currentData()
        binding = self._binding.value()
        imprint, signature = self._imprint.isChecked(), self._signature.isChecked()
        return PaperChoice(
            size=None if size == self._template_size else size,
            orientation=None if orientation == self._template_orientation else orientation,
            binding=None if binding == round(paper.binding) else binding,
            imprint=None if imprint == paper.imprint else imprint,
            signature=None if signature == self._template.signature.shown else signature,
            font=self._font.currentData(),
        )

    @property
    def _template_size(self) -> PaperSize | None:
        """The template's sheet; None for one that has no name here."""
        upright = min(self._paper.width, self._paper.height), max(self._paper.width, self._paper.height)
        return next((name for name, size in SIZES.items() if size == upright), None)

    @property
    def _template_orientation(self) -> Orientation:
        return "landscape" if self._paper.width > self._paper.height else "portrait"

    def _fill_choices(self, offer: PageSetupInput) -> None:
        own = self.tr("{0}（表样）")
        for name in SIZES:
            self._size.addItem(own.format(name) if name == self._template_size else name, name)
        if self._template_size is None:
            size = f"{self._paper.width:g}×{self._paper.height:g} mm"
            self._size.insertItem(0, own.format(size), None)
        for orientation, text in (("portrait", self.tr("纵向")), ("landscape", self.tr("横向"))):
            is_own = orientation == self._template_orientation
            self._orientation.addItem(own.format(text) if is_own else text, orientation)
        self._binding.setRange(0, MOST_BINDING)
        self._binding.setSingleStep(_BINDING_STEP)
        self._binding.setSuffix(" mm")
        self._binding.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._fill_fonts(offer)

    def _fill_fonts(self, offer: PageSetupInput) -> None:
        """The template's font first; one that was chosen on another PC and is missing here is listed as missing."""
        labels = {font.name: font.label for font in offer.fonts}
        own = self._paper.font
        self._font.addItem(labels.get(own, own) if own else self.tr("宋体（随程序提供）"), "")
        for name, label in labels.items():
            if name != own:
                self._font.addItem(label, name)
        if self._font.findData(offer.choice.font) < 0:
            self._font.addItem(self.tr("{0}（没有安装，以宋体代替）").format(offer.choice.font), offer.choice.font)

    def _lay_out(self) -> None:
        self.add_text(self.tr("用于表样“{0}”的所有表").format(self._template.name), "heading")
        self.add_rows(
            (self.tr("纸张"), self._size),
            (self.tr("方向"), self._orientation),
            (self.tr("装订边"), self._binding),
            (self.tr("正文字体"), self._font),
            ("", self._imprint),
            ("", self._signature),
        )
        self.add_note("paperNote", 1)
        self.setMinimumWidth(400)

    def _connect_signals(self) -> None:
        for combo in (self._size, self._orientation, self._font):
            combo.currentIndexChanged.connect(self._on_choice_changed)
        for box in (self._imprint, self._signature):
            box.toggled.connect(self._on_choice_changed)
        self._binding.valueChanged.connect(self._on_choice_changed)
        self._reset.clicked.connect(self._reset_to_template)

    def _show_choice(self, choice: PaperChoice) -> None:
        paper, shown = choice.apply_to_paper(self._paper), choice.signature
        self._size.setCurrentIndex(self._size.findData(choice.size or self._template_size))
        self._orientation.setCurrentIndex(int(paper.width > paper.height))
        self._binding.setValue(round(paper.binding))
        self._font.setCurrentIndex(self._font.findData(choice.font))
        self._imprint.setChecked(paper.imprint)
        self._signature.setChecked(self._template.signature.shown if shown is None else shown)
        self._update_note()

    def _reset_to_template(self) -> None:
        self.blockSignals(True)
        self._show_choice(PaperChoice())
        self.blockSignals(False)
        self._on_choice_changed()

    def _on_choice_changed(self) -> None:
        self._update_note()
        self.changed.emit(self.paper_choice())

    def _update_note(self) -> None:
        """Say at which edge the sheets are bound, and which settings differ from the template."""
        is_lying = self._orientation.currentData() == "landscape"
        bound = self.tr("装订边加在上边。") if is_lying else self.tr("装订边加在左边。")
        choice = self.paper_choice()
        differing = [
            name
            for name, value in (
                (self.tr("纸张"), choice.size),
                (self.tr("方向"), choice.orientation),
                (self.tr("装订边"), choice.binding),
                (self.tr("正文字体"), choice.font or None),
                (self.tr("校验码"), choice.imprint),
                (self.tr("签字行"), choice.signature),
            )
            if value is not None
        ]
        same = self.tr("现在与表样相同。")
        self.show_note(bound + (self.tr("与表样不同：{0}。").format("、".join(differing)) if differing else same))
        self._reset.setEnabled(bool(differing))


# Over the list of forms, so that the preview beside it can be seen to change.
_BESIDE_PREVIEW = QPoint(16, 120)


class PaperCommands(QObject):
    """What is chosen is shown at once, remembered for the template, and taken back with 取消.

    `previewWanted` comes before something is chosen that the preview shows.
    """

    previewWanted = Signal()

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    @does("actionSignature")
    def choose_signature(self, shown: bool) -> None:
        """Print the signature line, or not, on all forms of the open form's template."""
        state = self._document.form
        if state is not None:
            choice = replace(self._current_paper_choice(state.template), signature=shown)
            self._document.choose_paper(state.template.id, choice)

    @does("actionPageSetup")
    def set_up_page(self) -> None:
        """Let the user choose paper and type for the open form's template, beside the preview."""
        state = self._document.form
        if state is not None and self._document.flush():
            self.previewWanted.emit()
            self.ask_paper_choice(state.template, self._window, self._window.mapToGlobal(_BESIDE_PREVIEW))

    def ask_paper_choice(self, template: Template, parent: QWidget, place: QPoint | None = None) -> None:
        """Let the user choose paper and type for that template; the dialog stands at `place` on the screen."""
        before = self._current_paper_choice(template)
        dialog = PageSetupDialog(PageSetupInput(template, before, self._document.services.fonts()), parent)
        dialog.changed.connect(lambda choice: self._document.choose_paper(template.id, choice))
        if place is not None:
            dialog.move(place)
        if not dialog.ask_consent() and self._current_paper_choice(template) != before:
            self._document.choose_paper(template.id, before)

    def _current_paper_choice(self, template: Template) -> PaperChoice:
        return self._document.paperwork.choices.get(template.id, PaperChoice())
