"""A ledger goes to another PC or another person as one file, the 交接包, and comes from one."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from selfeval_desktop import __version__
from selfeval_desktop.app import settings
from selfeval_desktop.app.handover import HandOverInfo, HandOverRequest, Inventory, count_inventory
from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.file_names import ENDING
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.safety.ledger_commands import LedgerCommands
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.lists import handover_list
from selfeval_desktop.wording.translation import translate

_ABOUT = "take over"
_ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class TakeOverRequest:
    """What was asked for."""

    ledger: Path
    with_settings: bool


class HandOverCommands(QObject):
    """A package holds the ledger as stored; receiving one never replaces a file."""

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
        chosen = files.ask_save_file(
            self._window, title, self._start_folder() / name, kinds, asks_before_replacing=False
        )
        if chosen is None:
            return
        target = files.with_ending(chosen, _ENDING, any_case=True)
        with self._document.reporting_errors():
            self._write_package(target, at)

    @does("actionTakeOver")
    def receive_handover_package(self) -> None:
        """Ask for a package, show what is in it, and make a ledger of it."""
        if self._document.progress.is_busy:
            return
        title, kinds = self.tr("从交接包接收"), self.tr("交接包 (*{0})").format(_ENDING)
        chosen = files.ask_open_file(self._window, title, self._start_folder(), kinds)
        if chosen is None:
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在核对交接包…")) as watch:
                found = self._document.services.handovers.read_hand_over(chosen, watch)
            is_fresh = not self._document.services.settings.load_settings().places
            dialog = TakeOverDialog(found, self._free_ledger_path(found), is_fresh=is_fresh, parent=self._window)
            order = dialog.ask_for(dialog.take_over_request)
            if order is not None and self._ledgers.may_leave():
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
        offers: list[MessageOffer] = [(self.tr("打开所在文件夹"), lambda: files.open_in_system(target.parent))]
        self._document.messages.show_message(words + inventory_totals(found), "ok", offers)

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
        words = self.tr("已接收为 {0}。").format(taken.ledger) + inventory_totals(found.inventory)
        words += self.tr("与交出时一致。") if is_same else self.tr("清点的数目与交接清单不同，请与移交的人核对。")
        if taken.left_out:
            words += self.tr("表样 {0} 没有安装：与这里已装的不同，或写不进去；原来的表不受影响。").format(
                "、".join(taken.left_out)
            )
        self._document.messages.show_message(words, "warning" if taken.left_out or not is_same else "ok", about=_ABOUT)

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


class TakeOverDialog(TaskDialog):
    """What is in a package, and where the ledger goes that is made of it. Nothing is written here.

    `is_fresh`: nobody has worked on this PC yet, so that the settings come along.
    """

    def __init__(self, found: HandOverInfo, target: Path, *, is_fresh: bool, parent: QWidget | None = None) -> None:
        super().__init__("takeOverDialog", self.tr("从交接包接收"), parent)
        self._found = found
        name_widget(self.add_text(handover_origin(found)), "takeOverOrigin", self.tr("来源"))
        name_widget(self.add_text(inventory_totals(found.inventory)), "takeOverTotals", self.tr("数目"))
        self.add_text(self.tr("每个文件都按 SHA-256 核对过，没有缺损。"), "ok")
        self._table = name_widget(QTableWidget(self), "takeOverTable", self.tr("各年度的表"))
        self._fill_table()
        self.add_part(self._table, 1)
        self._target = files.FileTarget("takeOver", self.tr("存为新台账"), self._ask_target, self)
        self._target.show_path(target)
        self.add_rows((self.tr("存为新台账"), self._target))
        adopt = QCheckBox(self.tr("也采用交接包里的纸张、打印和列宽设置"), self)
        self._settings = name_widget(adopt, "takeOverSettings", self.tr("设置"))
        self._settings.setChecked(is_fresh)
        self.add_part(self._settings)
        self._warning = self.add_note("takeOverNote")
        self._ok = self.add_button("takeOverOk", self.tr("接收"), is_default=True)
        self.add_cancel()
        self.start_with_size(640, 440)
        self._target.line.textChanged.connect(self._update_note_and_button)
        self._target.line.setFocus()
        self._update_note_and_button()

    def take_over_request(self) -> TakeOverRequest:
        """What was asked for; the ledger has its ending."""
        return TakeOverRequest(files.with_ending(self._target.path, ENDING), self._settings.isChecked())

    def _fill_table(self) -> None:
        heads = (
            *(self.tr("年度"), self.tr("状态"), self.tr("表数")),
            *(self.tr("错误"), self.tr("未核对的值"), self.tr("未处理的退回意见")),
        )
        rows = inventory_lines(self._found.inventory)
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

    def _update_note_and_button(self) -> None:
        """Say why the ledger cannot go to that path, and switch the button off then."""
        ledger = self.take_over_request().ledger
        warnings = (
            (not ledger.name, self.tr("请填写存到哪里。")),
            (ledger.exists(), self.tr("已有同名文件，不会替换它，请换一个名称。")),
            (not ledger.parent.is_dir(), self.tr("没有这个文件夹，请换一个位置。")),
        )
        text = next((text for applies, text in warnings if applies), "")
        self.show_note(text, "warning")
        self._warning.setVisible(bool(text))
        self._ok.setEnabled(not text)

    def _ask_target(self) -> Path | None:
        start, kinds = self.take_over_request().ledger, self.tr("台账 (*{0})").format(ENDING)
        return files.ask_save_file(self, self.tr("存为新台账"), start, kinds, asks_before_replacing=False)


def handover_origin(found: HandOverInfo) -> str:
    """Which ledger it is, when it was packed and by which version of the program."""
    text = translate("HandingOver", "台账“{ledger}”，{at} 由程序 {program} 生成，{size} KB。")
    at = f"{found.made_at.astimezone():%Y-%m-%d %H:%M}"
    return text.format(ledger=found.ledger, at=at, program=found.program, size=max(1, round(found.size / 1024)))


def inventory_totals(found: Inventory) -> str:
    """What there is of everything."""
    text = translate(
        "HandingOver",
        "共 {forms} 张表，{issues} 份打印和导出留存；错误 {errors}，未核对的值 {waiting}，未处理的退回意见 {comments}。",
    )
    return text.format(
        forms=found.form_count,
        issues=found.outputs,
        errors=found.error_count,
        waiting=found.unconfirmed_count,
        comments=found.open_comment_count,
    )


def inventory_lines(found: Inventory) -> list[tuple[str, ...]]:
    """A line for the forms of each year and state: these two, their number, and what is open in them."""
    none = translate("HandingOver", "未填年度")
    return [
        (
            str(group.year or none),
            labels.form_state_name(group.state),
            *map(str, (group.forms, group.errors, group.waiting, group.comments)),
        )
        for group in found.groups
    ]
