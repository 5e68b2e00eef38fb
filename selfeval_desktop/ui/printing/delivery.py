"""Common steps of printing, PDF and export: read stored forms, ask about files, record and report the result."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.paper.documents import find_obstacle
from selfeval_desktop.app.paper.outputs import FormOutput, final_output_records, finished_form_ids, records_with_files
from selfeval_desktop.app.ports.documents import Printout, Progress
from selfeval_desktop.app.ports.output_events import EventKind
from selfeval_desktop.domain.rules.foreign_characters import find_foreign_characters
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.question import AnswerRole, ListingTexts, Question, ask_question, confirm_listing
from selfeval_desktop.ui.printing.print_job import PrintDocument
from selfeval_desktop.wording import cell_names, errors, paper

_MOST_NAMED = 3


class Delivery(QObject):
    """Raises SelfEvalError; the command that calls reports it."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._unrecorded = False
        self._left_out: list[SelfEvalError] = []

    @property
    def last_folder(self) -> Path:
        """Where files went last, else the user's documents."""
        last = self._document.services.settings.load_settings().folder
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(last or documents)

    @property
    def window(self) -> QWidget:
        """The parent of dialogs."""
        return self._window

    def is_ready(self) -> bool:
        """Whether nothing else is going on and everything typed is stored."""
        return not self._document.progress.is_busy and self._document.flush()

    def read_outputs(self, form_ids: Sequence[int], progress: Progress) -> tuple[FormOutput, ...]:
        """The forms as stored, recalculated; UnknownForm, UnknownTemplate, DamagedLedger, Cancelled."""
        ledger, paperwork = self._document.ledger, self._document.paperwork
        assert ledger is not None
        made: list[FormOutput] = []
        for form_id in form_ids:
            progress(len(made), len(form_ids))
            made += paperwork.build_outputs(ledger.store, (form_id,))
        progress(len(form_ids), len(form_ids))
        return tuple(made)

    def read_writable_outputs(self, form_ids: Sequence[int], kind: str, progress: Progress) -> tuple[FormOutput, ...]:
        """Those of the forms that can be written as that kind of file; the others are told with the result.

        As `read_outputs`; where none can be written, the error of the first.
        """
        kept: list[FormOutput] = []
        obstacles: list[SelfEvalError] = []
        for each in self.read_outputs(form_ids, progress):
            obstacle = find_obstacle(each, kind)
            if obstacle is None:
                kept.append(each)
            else:
                obstacles.append(obstacle)
        if obstacles and not kept:
            raise obstacles[0]
        self._left_out = obstacles
        return tuple(kept)

    def pop_left_out_warning(self) -> str:
        """Which forms were left out of the last output, and why; "" where none was, and the second time."""
        obstacles, self._left_out = self._left_out, []
        if not obstacles:
            return ""
        told = "".join(map(errors.error_sentence, obstacles[:_MOST_NAMED]))
        return self.tr("有 {0} 张表没有写出：{1}").format(len(obstacles), told)

    def lay_out_printouts(self, printouts: Sequence[Printout], progress: Progress) -> tuple[PrintDocument, ...]:
        """The printouts laid out into pages; TooMuchText, Cancelled."""
        made: list[PrintDocument] = []
        for printout in printouts:
            progress(len(made), len(printouts))
            made.append(PrintDocument(self._document.services.pages(printout), printout.paper.binding))
        progress(len(printouts), len(printouts))
        return tuple(made)

    def record_printed(self, made: Sequence[FormOutput], written: Sequence[Path]) -> None:
        """Note what was printed, with a copy of each; `written` are the files it went into, a cover before them.

        Without files it went to a printer. Forms that are drafts keep their state.
        """
        if written:
            self.record_files(made, "pdf", written[-len(made) :])
        elif self._document.ledger is not None:
            self._document.ledger.record_sent_forms(final_output_records(made), "printed")
            self._unrecorded = self._document.read_only

    def record_files(self, made: Sequence[FormOutput], kind: str, written: Sequence[Path]) -> None:
        """Note the files that the forms went into; `kind` is that of the writer, or "package"."""
        if self._document.ledger is not None:
            event: EventKind = "printed" if kind == "pdf" else "exported"
            self._document.ledger.record_sent_forms(records_with_files(made, kind, written), event)
            self._unrecorded = self._document.read_only

    def pop_unrecorded_warning(self) -> str:
        """That the last output was not recorded, as the ledger is read-only; "" when it was, and the second time."""
        unrecorded, self._unrecorded = self._unrecorded, False
        return self.tr("台账是只读打开的，没有记下这次输出。") if unrecorded else ""

    def ask_pdf_file(self, name: str) -> Path | None:
        """Where to put a PDF file; None when the user thinks better of it."""
        return self.ask_target_file(name, "pdf")

    def ask_target_file(self, name: str, kind: Literal["pdf", "xlsx"]) -> Path | None:
        """Where to put a file with that ending; None when the user thinks better of it."""
        title, kinds = {
            "pdf": (self.tr("保存为 PDF"), "PDF (*.pdf)"),
            "xlsx": (self.tr("保存为 Excel"), "Excel (*.xlsx)"),
        }[kind]
        chosen = files.ask_save_file(self._window, title, self.last_folder / f"{name}.{kind}", kinds)
        if chosen is None or chosen.suffix.lower() == f".{kind}":
            return chosen
        # The system has asked about the name without the ending only.
        path = files.with_ending(chosen, f".{kind}")
        return path if self.confirm_replacing([path]) else None

    def ask_target_folder(self) -> Path | None:
        """A folder to put files into; None when the user thinks better of it."""
        return files.ask_folder(self._window, self.tr("保存到文件夹"), self.last_folder)

    def confirm_replacing(self, paths: Sequence[Path]) -> bool:
        """Whether none of these files exists, or the user lets them be replaced."""
        there = [path.name for path in paths if path.exists()]
        if not there:
            return True
        text = self.tr("{0} 已经存在，要替换吗？").format("、".join(there[:_MOST_NAMED]))
        if len(there) > _MOST_NAMED:
            text = self.tr("{0} 等 {1} 个文件已经存在，要替换吗？").format("、".join(there[:_MOST_NAMED]), len(there))
        answers = (
            (self.tr("替换"), AnswerRole.AcceptRole, True),
            (self.tr("取消"), AnswerRole.RejectRole, False),
        )
        return ask_question(Question(self.tr("替换文件"), text), answers, self._window)

    def confirm_missing_characters(self, printouts: Sequence[Printout]) -> bool:
        """Whether every character can be drawn, or the user accepts boxes in the place of some. Cancelled."""
        lines: list[str] = []
        with self._document.progress.show_progress(self.tr("正在检查字体…")) as watch:
            for done, printout in enumerate(printouts):
                watch(done, len(printouts))
                lines += self._missing_character_lines(printout, several=len(printouts) > 1)
        if not lines:
            return True
        text = self.tr("下列字在所有字体里都没有，会印成方框。数据里的字不受影响。")
        title, anyway = self.tr("印不出的字"), self.tr("仍然打印")
        listing = ListingTexts("missingDialog", title, text, anyway, parts="missing", width=520)
        return confirm_listing(listing, lines, self._window)

    def confirm_foreign_characters(self, printouts: Sequence[Printout]) -> bool:
        """Whether no character is one that a receiver may refuse, or the user sends them nevertheless."""
        lines: list[str] = []
        for printout in printouts:
            template = template_of(printout.form, self._document.templates) if printout.form else None
            name = [printout.sheet.name] if len(printouts) > 1 else []
            told = paper.foreign_character_lines(find_foreign_characters(printout.sheet), template)
            lines += ["：".join((*name, line)) for line in told]
        if not lines:
            return True
        text = self.tr("下列字有的平台不收，或存进去会变。可以先回去改，也可以照样导出。")
        listing = ListingTexts("foreignDialog", self.tr("接收方可能不收的字"), text, self.tr("仍然导出"))
        return confirm_listing(listing, lines, self._window)

    def foreign_characters_text(self, made: Sequence[FormOutput]) -> str:
        """Which characters a receiver may refuse, in the first form that has any; empty when none has."""
        for each in made:
            found = find_foreign_characters(each.printout.sheet)
            if found:
                return paper.foreign_characters_sentence(found, each.template)
        return ""

    def _missing_character_lines(self, printout: Printout, *, several: bool) -> Iterator[str]:
        """A line for each cell with characters that no font has; with the form's name where there are several."""
        form = printout.form
        template = template_of(form, self._document.templates) if form else None
        for field, characters in self._document.services.missing(printout).items():
            where = cell_names.cell_path(field, template) if field else self.tr("标题和栏目")
            named = [f"{character}（U+{ord(character):04X}）" for character in characters]
            parts = [printout.sheet.name] if several else []
            yield "：".join((*parts, where, " ".join(named)))

    def report_written_files(self, written: Sequence[Path], remark: str = "", more: str = "") -> None:
        """Say where the files are, `more` of them, and offer to open them; `remark` makes a warning of it."""
        folder, remark = written[0].parent, self.pop_left_out_warning() + remark
        self._document.services.settings.change_settings(folder=str(folder))
        offers = [(self.tr("打开所在文件夹"), lambda: files.open_in_system(folder))]
        if len(written) == 1:
            offers.append((self.tr("打开文件"), lambda: files.open_in_system(written[0])))
            words = self.tr("已导出到 {0}。").format(written[0])
        else:
            words = self.tr("已导出 {0} 个文件到 {1}。").format(len(written), folder)
        self._document.messages.show_message(
            words + more + self.pop_unrecorded_warning() + remark, "warning" if remark else "ok", offers
        )

    def draft_reason(self, made: Sequence[FormOutput]) -> str:
        """Why forms carry the 草稿 mark; empty when none does."""
        drafts = len(made) - len(finished_form_ids(made))
        if not drafts:
            return ""
        if len(made) == 1:
            return form_words.why_draft(made[0].readiness)
        has_waiting = any(each.readiness.waiting for each in made)
        return form_words.why_drafts(drafts, has_waiting=has_waiting)
