"""A ledger goes to another PC or another person as one file, and comes from one."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from selfeval_desktop import __version__
from selfeval_desktop.app import settings
from selfeval_desktop.app.handover import HandOverInfo, HandOverRequest, count_inventory
from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.file_names import ENDING
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.safety import handover_words
from selfeval_desktop.ui.safety.ledger_commands import LedgerCommands
from selfeval_desktop.ui.safety.take_over_dialog import TakeOverDialog, TakeOverRequest
from selfeval_desktop.wording.lists import handover_list

_ABOUT = "take over"
_ENDING = ".zip"


class HandOverCommands(QObject):
    """What is given is the ledger as stored; what is taken never replaces anything."""

    def __init__(self, document: Document, ledgers: LedgerCommands, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._ledgers, self._window = document, ledgers, window

    @does("actionHandOver")
    def create_handover_package(self) -> None:
        """Ask for a name and write the package."""
        ledger = self._document.ledger
        if ledger is None or self._document.progress.is_busy or not self._document.flush():
            return
        at = datetime.now().astimezone()
        name = f"{handover_list.handover_package_name()}-{ledger.store.path.stem}-{at:%Y%m%d}{_ENDING}"
        title, kinds = self.tr("生成交接包"), self.tr("交接包 (*{0})").format(_ENDING)
        # A package is never replaced: whoever has the old one must be able to tell them apart.
        option = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(self._start_folder() / name), kinds, options=option
        )
        if not chosen:
            return
        target = Path(chosen if chosen.lower().endswith(_ENDING) else f"{chosen}{_ENDING}")
        with self._document.reporting_errors():
            self._write_package(target, at)

    @does("actionTakeOver")
    def receive_handover_package(self) -> None:
        """Ask for a package, show what is in it, and make a ledger of it."""
        if self._document.progress.is_busy:
            return
        title, kinds = self.tr("从交接包接收"), self.tr("交接包 (*{0})").format(_ENDING)
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(self._start_folder()), kinds)
        if not chosen:
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在核对交接包…")) as watch:
                found = self._document.services.handovers.read_hand_over(Path(chosen), watch)
            is_fresh = not self._document.services.settings.load_settings().places
            dialog = TakeOverDialog(
                found, self._free_ledger_path(found), is_fresh=is_fresh, parent=self._window
            )
            answer, order = dialog.exec(), dialog.take_over_request()
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted and self._ledgers.may_leave():
                self._receive_package(found, order)

    def _write_package(self, target: Path, at: datetime) -> None:
        ledger, services = self._document.ledger, self._document.services
        assert ledger is not None
        with self._document.progress.show_progress(self.tr("正在清点台账…")) as watch:
            found = count_inventory(ledger.store, watch)
            sheet = handover_list.handover_list_sheet(ledger.store.path.stem, found, __version__, at)
            paper = documents.portrait_printout(self._document.paperwork, sheet)
            watch.change_progress_text(self.tr("正在写交接包…"))
            order = HandOverRequest(ledger.store, found, paper, services.settings.load_settings())
            services.handovers.write_hand_over(order, target, watch)
        services.settings.change_settings(folder=str(target.parent))
        words = self.tr("已生成交接包 {0}，写好后逐个文件核对过。").format(target)
        folder = QUrl.fromLocalFile(str(target.parent))
        offers: list[MessageOffer] = [
            (self.tr("打开所在文件夹"), lambda: QDesktopServices.openUrl(folder)),
        ]
        self._document.messages.show_message(words + handover_words.inventory_totals(found), "ok", offers)

    def _receive_package(self, found: HandOverInfo, order: TakeOverRequest) -> None:
        services = self._document.services
        with self._document.progress.show_progress(self.tr("正在接收…")) as watch:
            taken = services.handovers.unpack_hand_over(found.path, order.ledger, watch)
        if order.with_settings:
            kept = settings.portable_settings(found.settings)
            services.settings.change_settings(
                paper=kept.paper,
                printing=kept.printing,
                columns=kept.columns,
                problem_order=kept.problem_order,
                problems_hidden=kept.problems_hidden,
            )
        self._ledgers.open_at_last_place(taken.ledger)
        ledger = self._document.ledger
        if ledger is None or ledger.store.path != taken.ledger:
            offers: list[MessageOffer] = [
                (
                    self.tr("打开 {0}").format(taken.ledger.name),
                    partial(self._ledgers.open_at_last_place, taken.ledger),
                )
            ]
            told = self.tr("已接收为 {0}，还没有打开。").format(taken.ledger)
            self._document.messages.show_message(told, "hint", offers, about=_ABOUT)
            return
        with self._document.progress.show_progress(self.tr("正在清点台账…")) as watch:
            is_same = count_inventory(ledger.store, watch) == found.inventory
        words = self.tr("已接收为 {0}。").format(taken.ledger) + handover_words.inventory_totals(
            found.inventory
        )
        words += (
            self.tr("与交出时一致。") if is_same else self.tr("清点的数目与交接清单不同，请与移交的人核对。")
        )
        if taken.left_out:
            words += self.tr("表样 {0} 没有安装：与这里已装的不同，或写不进去；原来的表不受影响。").format(
                "、".join(taken.left_out)
            )
        self._document.messages.show_message(
            words, "warning" if taken.left_out or not is_same else "ok", about=_ABOUT
        )

    def _free_ledger_path(self, found: HandOverInfo) -> Path:
        """A ledger of the package's name, or of that with a number, that does not exist yet."""
        folder = self._start_folder()
        path, number = folder / f"{found.ledger}{ENDING}", 2
        while path.exists():
            path, number = folder / f"{found.ledger}-{number}{ENDING}", number + 1
        return path

    def _start_folder(self) -> Path:
        documents_folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(self._document.services.settings.load_settings().folder or documents_folder)
