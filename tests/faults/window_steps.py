"""What only the window offers, done without one: carrying over, the 交接包, keeping the settings."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing, redirect_stdout
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

from selfeval_desktop import __version__, bootstrap, paths
from selfeval_desktop.app.backups import back_up_document
from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.handover import HandOverRequest, count_inventory
from selfeval_desktop.app.ledger.templates import evaluate_draft
from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.app.settings import Settings
from selfeval_desktop.cli.reports import DONE, PARTLY, REFUSED, print_complaint, print_refusal
from selfeval_desktop.domain.over_time.carry_over import USUAL_PARTS, CarriedPart, carry_over_form
from selfeval_desktop.storage.file.settings_file import SettingsFile
from selfeval_desktop.wording import errors, labels
from selfeval_desktop.wording.lists import handover_list
from tests.faults.folders import HERE, LEDGER, SETTINGS, Prepare, without

PACKAGE, TAKEN = f"{HERE}/a.zip", f"{HERE}/new.selfeval"
TEMPLATE = "own-2020"


def carry_over(form_ids: Iterable[int], parts: Iterable[CarriedPart] = USUAL_PARTS) -> Callable[[FormStore], object]:
    """Those forms into the next year, once the ledger is backed up; a backup that fails is no reason not to."""

    def edit(store: FormStore) -> None:
        back_up_document(bootstrap.backup_files(), store.path, BackupReason.BEFORE_CARRY, document=store.document_id)
        templates = store.templates
        old = [store.load_form(form_id) for form_id in form_ids]
        new = [
            carry_over_form(form, templates.get_template(form.template), frozenset(parts), 2024).form for form in old
        ]
        store.insert_forms([evaluate_draft(form, templates) for form in new])

    return edit


def give(area: Path, _edits: int) -> int:
    """Make a package of the ledger."""
    try:
        with closing(bootstrap.ledger_files().open_ledger_file(area / LEDGER)) as store:
            found = count_inventory(store)
            at = datetime.now().astimezone()
            sheet = handover_list.handover_list_sheet(store.path.stem, found, __version__, at)
            paperwork = Paperwork(store.templates, bootstrap.paper_code, labels.draft_mark())
            paper = documents.portrait_printout(paperwork, sheet)
            order = HandOverRequest(store, found, paper, Settings())
            bootstrap.build_services().handovers.write_hand_over(order, area / PACKAGE)
    except SelfEvalError as error:
        return print_refusal(errors.error_sentence(error))
    print(f"已生成 {PACKAGE}", flush=True)
    return DONE


def take(area: Path, _edits: int) -> int:
    """Make a ledger of the package, adopt its settings, and open it."""
    handovers = bootstrap.build_services().handovers
    try:
        found = handovers.read_hand_over(area / PACKAGE)
        taken = handovers.unpack_hand_over(found.path, area / TAKEN)
    except SelfEvalError as error:
        return print_refusal(errors.error_sentence(error))
    print(f"已接收为 {TAKEN}", flush=True)
    bootstrap.user_settings().change_settings(columns=found.settings.columns)
    if taken.left_out:
        print_complaint("表样没有安装。")
        return PARTLY
    try:
        bootstrap.ledger_files().open_ledger_file(taken.ledger).close()
    except SelfEvalError as error:
        print_complaint(errors.error_sentence(error))
        return PARTLY
    return DONE


def with_template(prepare: Prepare) -> Prepare:
    """The same, and a template that the user has loaded."""

    def prepared(area: Path) -> None:
        prepare(area)
        ours = (paths.template_folder() / "mof-2020.toml").read_text("utf-8")
        paths.user_data()
        paths.user_templates().mkdir()
        (paths.user_templates() / f"{TEMPLATE}.toml").write_text(ours.replace("mof-2020", TEMPLATE), "utf-8")

    return prepared


def packed(prepare: Prepare) -> Prepare:
    """A package of that ledger, made by another user: neither it nor his templates are known here."""

    def prepared(area: Path) -> None:
        other = area.with_name("other")
        home = os.environ["SELFEVAL_HOME"]
        os.environ["SELFEVAL_HOME"] = str(other / "home")
        try:
            prepare(other)
            with redirect_stdout(StringIO()):
                assert give(other, 1) == DONE
        finally:
            os.environ["SELFEVAL_HOME"] = home
        without()(area)
        shutil.move(other / PACKAGE, area / PACKAGE)
        shutil.rmtree(other)

    return prepared


def change_settings(*changes: dict[str, Any]) -> Callable[[Path, int], int]:
    """Keep one change after the other; what cannot be kept is told and tried again later."""

    def work(area: Path, count: int) -> int:
        settings = SettingsFile(area / SETTINGS)
        return DONE if all(_is_kept(settings, change) for change in changes[:count]) else REFUSED

    return work


def _is_kept(settings: SettingsFile, change: dict[str, Any]) -> bool:
    for _ in range(3):
        settings.change_settings(**change)
        if settings.unwritable_path is None:
            print("已保存", flush=True)
            return True
        print_complaint(f"设置写不进 {SETTINGS}，这次的选择下次不会记得。表的内容不受影响。")
    return False
