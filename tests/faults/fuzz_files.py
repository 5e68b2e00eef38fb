"""Mutated files of every kind that is read: forms, lists, templates, packages, and the program's own small files.

What has no digest may say something else than before, as whoever made it may have meant that: silent is only a package
that is taken and holds something else than was packed, a file that is changed by reading it, and one that is refused
without a sentence.
"""

import io
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.handover import HandOverInfo, Inventory
from selfeval_desktop.app.ports.documents import ignore_progress
from selfeval_desktop.app.settings import Settings
from selfeval_desktop.bootstrap import backup_files, build_services, installed_templates, ledger_files
from selfeval_desktop.cli import files as cli_files
from selfeval_desktop.codec import form_json
from selfeval_desktop.codec.settings_json import settings_bytes
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.storage.copies import handover
from selfeval_desktop.storage.file.run_markers import RunMarkerFiles
from selfeval_desktop.storage.file.settings_file import SettingsFile
from tests.blocks import html_of
from tests.faults import fuzz_mutations as mutations
from tests.faults.folders import forms
from tests.faults.fuzz_ledgers import shown
from tests.faults.fuzz_mutations import Mutation
from tests.intake import variants
from tests.intake.offices import document_of, workbook_of

_LOCK = b'{"user": "a", "host": "PC2", "since": "2025-01-02T09:30:00+08:00"}'
_NOTE = b'{"ledger": "/a/b.selfeval", "away": {"folder": "/media/stick", "moment": "2025-01-02T09:30:00"}}'
_RUN = b'{"place": ["/a/b.selfeval", 1, 2, "goals.actual"], "saved_at": "2025-01-02T09:30:00", "rescued": null}'
_LIST = "项目编码,项目名称,年初预算数,全年预算数,执行数\n1,宣传与推广,100,120,87.5\n2,维稳,10,10,9\n"
_LINES: tuple[Mutation, ...] = (*mutations.BYTES, mutations.change_lines, mutations.change_lines)
_JSON: tuple[Mutation, ...] = (*mutations.BYTES, mutations.change_json, mutations.change_json, mutations.change_json)
_ZIP: tuple[Mutation, ...] = (*mutations.BYTES, *(mutations.change_member,) * 5)

Reader = Callable[["FileTrials", Path], str]


def make_files(folder: Path) -> None:
    """The files that are mutated, whole."""
    template = paths.template_folder() / "anhui.toml"
    for name, data in {
        "forms.json": form_json.write_forms(forms(2)),
        "form.xlsx": workbook_of(),
        "form.docx": document_of(),
        "form.xls": variants.xls(),
        "form.ods": variants.ods(),
        "portal.csv": variants.portal_csv(),
        "list.csv": _LIST.encode(),
        "template.toml": template.read_bytes().replace(b'id = "anhui"', b'id = "zz-anhui"', 1),
        "settings.json": settings_bytes(Settings()),
        "lock.json": _LOCK,
        "ledger.json": _NOTE,
        "run.sitting": _RUN,
        "paste.html": html_of().encode(),
        "paste.txt": (Path(variants.__file__).parent / "clipboard" / "writer.html").read_bytes(),
    }.items():
        (folder / name).write_bytes(data)
    with closing(ledger_files().create_ledger_file(folder / "small.selfeval")) as store:
        content = handover.collect_package_contents(
            Inventory((), 3, 1),
            b"%PDF",
            settings_bytes(Settings()),
            {"zz-anhui.toml": (folder / "template.toml").read_bytes()},
        )
        handover.write_handover_package(store, content, folder / "package.zip")


class FileTrials:
    """Mutated files in a folder. Closing it ends the processes that read forms."""

    def __init__(self, whole: Path, area: Path) -> None:
        self.area, self._whole = area, whole
        self.services = build_services()
        self._stack = ExitStack()
        self.readers = self._stack.enter_context(cli_files.open_readers(installed_templates()))
        self.package = self.services.handovers.read_hand_over(whole / "package.zip")
        self.ledger = area / "L.selfeval"
        with closing(ledger_files().create_ledger_file(self.ledger)) as store:
            self.empty = shown(store)

    def close(self) -> None:
        self._stack.close()

    def mutate(self, chance: random.Random) -> tuple[str, Path]:
        """A mutated file in the area, and what was done to it."""
        name = chance.choice(list(KINDS))
        mutation = chance.choice(KINDS[name][0])
        data = (self._whole / name).read_bytes()
        path = self.area / name
        try:
            path.write_bytes(mutation(chance, data))
        except (ValueError, RecursionError):
            # What cannot be packed or written is no file.
            path.write_bytes(mutations.flip_bits(chance, data))
        return f"{name}: {mutation.__name__}", path

    def try_file(self, path: Path) -> str:
        """Read it as the program does; "silent" or "touched", "" where nothing is wrong. SelfEvalError for a refusal."""
        before = path.read_bytes()
        wrong = KINDS[path.name][1](self, path)
        return wrong or ("" if path.read_bytes() == before else "touched")


def _import(trials: FileTrials, path: Path) -> str:
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(said):
        drafts = cli_files.read_drafts(path, trials.readers)
    if not drafts and not said.getvalue().strip().endswith("。"):
        return "silent"
    return ""


def _read_finance_list(trials: FileTrials, path: Path) -> str:
    trials.services.read_finance_list(path, ignore_progress)
    return ""


def _load_template(trials: FileTrials, path: Path) -> str:
    """Alone, and lying in the user's own folder, where it keeps nothing from being read."""
    loaded = trials.area / "templates"
    loaded.mkdir(exist_ok=True)
    (loaded / path.name).write_bytes(path.read_bytes())
    (loaded / "zz-anhui.toml").write_bytes(path.read_bytes())
    bundled = TemplateFolder(paths.template_folder(), trials.area / "none")
    known = {each.id for each in TemplateFolder(paths.template_folder(), loaded).newest_templates()}
    if not known >= {each.id for each in bundled.newest_templates()}:
        return "silent"
    bundled.install_template(path, lambda *_: None)
    return ""


def _take_package(trials: FileTrials, path: Path) -> str:
    """What is taken over is what was packed."""
    target = trials.area / "taken.selfeval"
    found = trials.services.handovers.read_hand_over(path)
    trials.services.handovers.unpack_hand_over(path, target)
    with closing(ledger_files().open_ledger_file(target, read_only=True)) as store:
        is_same = shown(store) == trials.empty
    return "" if is_same and _proved(found) == _proved(trials.package) else "silent"


def _proved(info: HandOverInfo) -> HandOverInfo:
    """What a digest covers: the manifest itself, of which a name may be changed, has none."""
    blank = datetime(2000, 1, 1, tzinfo=UTC)
    return replace(info, path=Path(), ledger="", program="", made_at=blank, inventory=Inventory((), 0, 0))


def _read_settings(_: FileTrials, path: Path) -> str:
    """A damaged file is put aside, and what can be read of it written anew."""
    copied = path.with_name("settings-of-a-run.json")
    copied.write_bytes(path.read_bytes())
    SettingsFile(copied).load_settings()
    SettingsFile(copied).change_settings(folder="x")
    return ""


def _read_lock(trials: FileTrials, path: Path) -> str:
    lock = trials.ledger.with_name(f".~lock.{trials.ledger.name}")
    lock.write_bytes(path.read_bytes())
    try:
        ledger_files().open_ledger_file(trials.ledger).close()
    finally:
        lock.unlink(missing_ok=True)
    return ""


def _read_note(trials: FileTrials, path: Path) -> str:
    own = paths.user_backups() / "L-12345678"
    own.mkdir(parents=True, exist_ok=True)
    (own / path.name).write_bytes(path.read_bytes())
    backup_files().backup_sets()
    backup_files().backup_status(trials.ledger)
    return ""


def _read_run(trials: FileTrials, path: Path) -> str:
    folder = trials.area / "runs"
    folder.mkdir(exist_ok=True)
    (folder / "000001-0a0b0c0d.sitting").write_bytes(path.read_bytes())
    for left in RunMarkerFiles(folder).interrupted_runs():
        RunMarkerFiles(folder).discard_run(left)
    return ""


def _paste(trials: FileTrials, path: Path) -> str:
    text = path.read_text("utf-8", "replace")
    template = installed_templates().newest_templates()[0]
    block = trials.services.read_clipboard(text, text, ignore_progress)
    trials.services.read_form_table(block, template)
    trials.services.read_form_text(text, template)
    return ""


KINDS: dict[str, tuple[tuple[Mutation, ...], Reader]] = {
    "forms.json": (_JSON, _import),
    "form.xlsx": (_ZIP, _import),
    "form.docx": (_ZIP, _import),
    "form.ods": (_ZIP, _import),
    "form.xls": (mutations.BYTES, _import),
    "portal.csv": (_LINES, _import),
    "list.csv": (_LINES, _read_finance_list),
    "template.toml": (_LINES, _load_template),
    "package.zip": (_ZIP, _take_package),
    "settings.json": (_JSON, _read_settings),
    "lock.json": (_JSON, _read_lock),
    "ledger.json": (_JSON, _read_note),
    "run.sitting": (_JSON, _read_run),
    "paste.html": ((*mutations.BYTES, mutations.change_xml, mutations.change_xml), _paste),
    "paste.txt": (_LINES, _paste),
}


def refusal_is_told(error: SelfEvalError, sentence: str) -> bool:
    """Whether a refusal is a sentence."""
    return bool(str(error)) and sentence.endswith("。")


def clear(area: Path, kept: frozenset[str]) -> Iterator[str]:
    """Remove what a trial made; the names of what no trial may leave."""
    for entry in sorted(area.iterdir()):
        if entry.name in kept or entry.is_dir():
            continue
        entry.unlink()
        if entry.name.startswith(".~") and not entry.name.startswith(".~lock"):
            yield entry.name
