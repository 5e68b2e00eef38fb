"""The commands that write, each in several ways that make it write differently."""

from collections.abc import Callable, Sequence
from contextlib import closing, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from selfeval_desktop import cli
from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.bootstrap import ledger_files
from selfeval_desktop.cli.reports import DONE, REFUSED, print_refusal
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.over_time.carry_over import CarriedPart
from selfeval_desktop.storage.file import database
from selfeval_desktop.wording import errors
from tests import builders
from tests.faults import window_steps
from tests.faults.folders import (
    HERE,
    LEDGER,
    LONG,
    SETTINGS,
    Prepare,
    forms,
    holding,
    json_of,
    office_file,
    old_ledger,
    settings_file,
    unfinished,
    without,
)
from tests.storage.drafts import draft

Edit = Callable[[FormStore], object]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of a command. `work` does it in the folder prepared, as far as `edits` steps that are stored; its exit code.

    `tells_each`: it says one line for each step that it has stored. `subject` is the file that the steps change.
    """

    name: str
    prepare: Prepare
    work: Callable[[Path, int], int]
    edits: int = 1
    tells_each: bool = False
    subject: str = LEDGER


@dataclass(frozen=True, slots=True)
class Command:
    """Something that writes, in several variants; `title` is what the user calls it."""

    name: str
    title: str
    variants: tuple[Variant, ...]


def commanded(*arguments: str) -> Callable[[Path, int], int]:
    """The command as it is typed; what begins with `here/` is a path in the area."""

    def work(area: Path, _edits: int) -> int:
        return cli.run([str(area / part) if part.startswith(f"{HERE}/") else part for part in arguments])

    return work


def after(prepare: Prepare, *arguments: str) -> Prepare:
    """The folder with that command already done once."""

    def prepared(area: Path) -> None:
        prepare(area)
        with redirect_stdout(StringIO()):
            assert commanded(*arguments)(area, 1) == DONE

    return prepared


def edited(prepare: Prepare) -> Prepare:
    """The same with another text in every form since then: what is written again is not what was there."""

    def prepared(area: Path) -> None:
        prepare(area)
        with closing(ledger_files().open_ledger_file(area / LEDGER)) as store:
            for summary in store.form_summaries():
                form = store.load_form(summary.form_id)
                goals = replace(form.goals, actual=f"改：{form.goals.actual}")
                store.save_form(summary.form_id, draft(replace(form, goals=goals)))

    return prepared


def saving(*steps: Edit) -> Callable[[Path, int], int]:
    """Store one change after the other, as the window does: what cannot be stored is told and tried again later."""

    def work(area: Path, count: int) -> int:
        try:
            store = ledger_files().open_ledger_file(area / LEDGER)
        except SelfEvalError as error:
            return _told(error)
        with closing(store):
            return 0 if all(_stored(store, step) for step in steps[:count]) else REFUSED

    return work


def _stored(store: FormStore, step: Edit) -> bool:
    for _ in range(3):
        try:
            step(store)
        except SelfEvalError as error:
            _told(error)
        else:
            print("已保存", flush=True)
            return True
    return False


def _told(error: SelfEvalError) -> int:
    return print_refusal(errors.error_sentence(error))


def renamed(form_id: int, name: str) -> Edit:
    """The form under another name."""
    return lambda store: store.save_form(form_id, draft(builders.complete_form(project_name=name)))


def lengthened(form_id: int, *, note: str = "") -> Edit:
    """The form with long texts in every row, and a note beside a cell."""

    def edit(store: FormStore) -> None:
        form = store.load_form(form_id)
        for row in range(len(form.indicators)):
            form = builders.with_row(form, row, deviation=f"{row}{LONG}")
        store.save_form(form_id, draft(edits.set_note(form, FieldRef.indicator(0, "actual"), note)))

    return edit


def every_form(unit: str) -> Edit:
    """All forms of the ledger under the name of another unit, in one step."""

    def edit(store: FormStore) -> None:
        ids = [summary.form_id for summary in store.form_summaries()]
        store.save_forms(
            {form_id: draft(builders.complete_form(project_name=f"第{form_id}项工作", unit=unit)) for form_id in ids}
        )

    return edit


def _ways(steps: Sequence[tuple[str, int, tuple[Edit, ...]]]) -> tuple[Variant, ...]:
    return tuple(
        Variant(name, holding(count), saving(*done), edits=len(done), tells_each=True) for name, count, done in steps
    )


SAVE = Command(
    "save",
    "保存",
    _ways(
        (
            ("edits of two forms", 3, (renamed(1, "甲"), renamed(2, "乙"))),
            ("long texts and a note", 3, (lengthened(1, note="说明"),)),
            ("every form in one step", 6, (every_form("某区档案馆"),)),
            (
                "forms come and go",
                3,
                (
                    lambda store: store.insert_forms([draft(form) for form in forms(4)]),
                    lambda store: store.move_to_bin([1, 2]),
                ),
            ),
            (
                "units and rules",
                3,
                (
                    lambda store: store.replace_units([Unit("某区图书馆"), Unit("某区档案馆")]),
                    lambda store: store.save_rules_off(["K25"], {}),
                ),
            ),
        )
    ),
)


def _printed(name: str, count: int, *arguments: str, again: bool = False) -> Variant:
    """Forms written out, over the files of an earlier time where `again`."""
    typed = (arguments[0], LEDGER, *arguments[1:])
    begun = edited(after(holding(count), *typed)) if again else holding(count)
    return Variant(name, begun, commanded(*typed))


PRINT = Command(
    "print",
    "打印",
    (
        _printed("one file", 3, "print", "--out", f"{HERE}/a.pdf"),
        _printed("over an old file, final", 3, "print", "--out", f"{HERE}/a.pdf", "--final", again=True),
        _printed("into a new folder", 4, "print", "--out", f"{HERE}/out"),
        _printed("over the files of a folder", 3, "print", "--out", f"{HERE}/out", again=True),
    ),
)
EXPORT = Command(
    "export",
    "导出",
    (
        _printed("json", 3, "export", "--as", "json", "--out", f"{HERE}/a.json", again=True),
        _printed("xlsx", 3, "export", "--as", "xlsx", "--out", f"{HERE}/a.xlsx", again=True),
        _printed("docx", 2, "export", "--as", "docx", "--out", f"{HERE}/a.docx", again=True),
        _printed("docx into a folder", 2, "export", "--as", "docx", "--out", f"{HERE}/out", again=True),
    ),
)
PACKAGE = Command(
    "package",
    "上报包",
    (
        _printed("one form", 1, "export", "--as", "package", "--out", f"{HERE}/a.zip"),
        _printed("over an old package", 1, "export", "--as", "package", "--out", f"{HERE}/a.zip", again=True),
        _printed("into a new folder", 1, "export", "--as", "package", "--out", f"{HERE}/out"),
        _printed("two forms into a folder", 2, "export", "--as", "package", "--out", f"{HERE}/out", again=True),
    ),
)
IMPORT = Command(
    "import",
    "导入",
    (
        Variant(
            "forms into a ledger",
            holding(3, json_of("a.json", 12)),
            commanded("import", LEDGER, f"{HERE}/a.json"),
        ),
        Variant(
            "a spreadsheet into a ledger",
            holding(3, office_file),
            commanded("import", LEDGER, f"{HERE}/a.xlsx"),
        ),
        Variant(
            "forms into a new ledger",
            without(json_of("a.json", 6)),
            commanded("import", LEDGER, f"{HERE}/a.json"),
        ),
    ),
)
BACKUP = Command(
    "backup",
    "备份",
    (
        Variant("few forms", holding(3), commanded("backup", LEDGER, "--out", f"{HERE}/b.selfeval")),
        Variant("many forms", holding(80), commanded("backup", LEDGER, "--out", f"{HERE}/b.selfeval")),
        Variant("into the user's folder", holding(6), commanded("backup", LEDGER)),
    ),
)
UPGRADE = Command(
    "upgrade",
    "升级旧台账",
    tuple(
        Variant(f"from {version}", old_ledger(version), commanded("list", LEDGER))
        for version in sorted(database.SCHEMAS)
        if version != database.HEAD
    ),
)
RECOVER = Command(
    "recover",
    "断电后恢复",
    tuple(
        Variant(name, prepare, commanded("list", LEDGER))
        for name, prepare in {
            "a step of 3 forms": unfinished(holding(3)),
            "a step of 8 forms": unfinished(holding(8)),
            "a step of 20 forms": unfinished(holding(20)),
            "a step of an older ledger": unfinished(old_ledger("0003")),
            "a step of a ledger of the last version": unfinished(old_ledger("0006")),
            "a stranger's journal": unfinished(holding(3), journal_of=holding(5)),
            "a step not begun": unfinished(holding(3), head=False),
            "a step not begun of an older ledger": unfinished(old_ledger("0005"), head=False),
        }.items()
    ),
)
RESTORE = Command(
    "restore",
    "从备份还原",
    tuple(
        Variant(
            f"{count} forms",
            holding(count),
            commanded("restore", f"{HERE}/new.selfeval", f"{HERE}/other.selfeval"),
        )
        for count in (3, 12, 40)
    ),
)
CARRY_OVER = Command(
    "carry-over",
    "从上年结转",
    tuple(
        Variant(name, holding(count), saving(*steps), edits=len(steps), tells_each=True)
        for name, count, steps in (
            ("one form", 3, (window_steps.carry_over([1]),)),
            ("every form", 12, (window_steps.carry_over(range(1, 13)),)),
            ("with the funds, twice", 6, (window_steps.carry_over([3], CarriedPart),) * 2),
        )
    ),
)
HAND_OVER = Command(
    "handover",
    "交接包",
    (
        Variant("give a few forms", holding(3), window_steps.give),
        Variant("give with a template", window_steps.with_template(holding(30)), window_steps.give),
        Variant("take a few forms", window_steps.packed(holding(3)), window_steps.take),
        Variant("take many forms", window_steps.packed(holding(30)), window_steps.take),
        Variant("take a template", window_steps.packed(window_steps.with_template(holding(6))), window_steps.take),
        Variant("take an older ledger", window_steps.packed(old_ledger("0005")), window_steps.take),
    ),
)


def _settings_kept(name: str, prepare: Prepare) -> Variant:
    work = window_steps.change_settings(*_CHANGES)
    return Variant(name, prepare, work, len(_CHANGES), tells_each=True, subject=SETTINGS)


_CHANGES = tuple(
    {key: value}
    for number in range(1, 9)
    for key, value in (
        ("folder", f"/文件夹{number}"),
        ("columns", {"mof-2020": {"target": 100 + number}}),
        ("problems_hidden", tuple(f"K{code}" for code in range(number))),
    )
)
SAVE_SETTINGS = Command(
    "settings",
    "保存设置",
    (
        _settings_kept("the first ones", without()),
        _settings_kept("others instead", without(settings_file)),
    ),
)
COMMANDS = (
    SAVE,
    CARRY_OVER,
    PRINT,
    EXPORT,
    PACKAGE,
    IMPORT,
    BACKUP,
    RESTORE,
    HAND_OVER,
    UPGRADE,
    RECOVER,
    SAVE_SETTINGS,
)
