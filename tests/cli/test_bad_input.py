"""Bad input: one plain sentence, the right exit code, nothing changed."""

import getpass
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.cli import program
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.builders import complete_form, mof_2020
from tests.cli.conftest import Command, Said, json_file, snapshot
from tests.records import BAD_FILES, changed


def assert_refused(said: Said, words: str = "") -> None:
    """Exit code 2, nothing on standard output, one plain line on standard error."""
    assert said.code == 2
    assert said.out == ""
    (line,) = said.complaints
    assert words in line
    assert line.endswith("。")
    assert not re.search(r"Traceback|Error|None|\{|sqlite", line)


def other_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()


def newer_schema(path: Path) -> None:
    bootstrap.ledger_files().create_ledger_file(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def damaged(path: Path) -> None:
    store = bootstrap.ledger_files().create_ledger_file(path)
    form = complete_form()
    store.insert_forms([Draft(form, evaluate(form, mof_2020()))])
    store.close()
    content = path.read_bytes()
    text = "宣传与推广".encode()
    assert text in content
    path.write_bytes(content.replace(text, "宣传与推门".encode()))


LEDGERS: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a text file": (lambda path: path.write_text("这不是台账。", "utf-8"), "不是本程序的台账"),
    "an empty file": (lambda path: path.touch(), "不是台账"),
    "a folder": (lambda path: path.mkdir(), "是文件夹"),
    "another program's database": (other_program, "不是本程序的台账"),
    "a newer schema": (newer_schema, "请升级程序"),
    "a changed content": (damaged, "不一致"),
    "a missing path": (lambda _: None, "没有找到"),
}
COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("check",),
    ("print", "--out", "x.pdf"),
    ("export", "--out", "x.json", "--as", "json"),
    ("verify",),
    ("backup", "--out", "x.selfeval"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("make", "words"), LEDGERS.values(), ids=LEDGERS)
def test_a_path_that_is_no_good_ledger_is_refused(
    selfeval: Command, make: Callable[[Path], Any], words: str, command: tuple[str, ...]
) -> None:
    path = Path("L.selfeval")
    make(path)
    before = snapshot(path)
    assert_refused(selfeval(command[0], path, *command[1:]), words)
    assert snapshot(path) == before


@pytest.mark.parametrize("name", sorted(set(LEDGERS) - {"a missing path"}))
def test_nothing_is_imported_into_what_is_no_good_ledger(selfeval: Command, name: str) -> None:
    make, words = LEDGERS[name]
    path, source = Path("L.selfeval"), json_file("a.json")
    make(path)
    before = snapshot(path)
    assert_refused(selfeval("import", path, source), words)
    assert snapshot(path) == before


FILES = {
    **BAD_FILES,
    "an unknown template": (changed(template="nowhere"), "nowhere"),
    "no JSON at all": ("项目名称", "a.json"),
    "an empty list": ("[]", "没有自评表"),
    "an empty file": ("", "a.json"),
}


@pytest.mark.parametrize(("content", "words"), FILES.values(), ids=FILES)
def test_a_bad_file_is_refused_whole(selfeval: Command, ledger: Path, content: str, words: str) -> None:
    Path("a.json").write_text(content, "utf-8")
    before = snapshot(ledger)
    assert_refused(selfeval("import", ledger, "a.json"), words)
    assert snapshot(ledger) == before


@pytest.mark.parametrize(("content", "words"), FILES.values(), ids=FILES)
def test_a_bad_file_makes_no_ledger(selfeval: Command, content: str, words: str) -> None:
    Path("a.json").write_text(content, "utf-8")
    assert_refused(selfeval("import", "L.selfeval", "a.json"), words)
    assert not Path("L.selfeval").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"PK", "不是能读的格式"),
        ("a.XLSX", b"PK\x03\x04", "已损坏"),
        ("a.docx", b"", "是空文件"),
        ("a.pdf", b"%PDF-1.7", "粘贴整张表"),
    ],
)
def test_office_files_that_are_none_are_refused(selfeval: Command, name: str, content: bytes, words: str) -> None:
    Path(name).write_bytes(content)
    assert_refused(selfeval("import", "L.selfeval", name), words)
    assert not Path("L.selfeval").exists()


def test_an_unknown_template_is_refused_before_anything_is_read(selfeval: Command) -> None:
    assert_refused(selfeval("import", "L.selfeval", json_file("a.json"), "--template", "nowhere"), "nowhere")
    assert not Path("L.selfeval").exists()


def test_a_new_ledger_never_replaces_a_file(selfeval: Command) -> None:
    path = Path("L.selfeval")
    path.write_text("旧的", "utf-8")
    before = snapshot(path)
    assert_refused(selfeval("new", path), "已经存在")
    assert snapshot(path) == before


def test_a_backup_never_replaces_a_file(selfeval: Command, ledger: Path) -> None:
    before = snapshot(ledger)
    assert_refused(selfeval("backup", ledger, "--out", ledger), "已经存在")
    assert snapshot(ledger) == before


@pytest.mark.parametrize(
    "command", [("new",), ("print", "--out", "no/such/x.pdf"), ("backup", "--out", "no/such/x.selfeval")]
)
def test_a_folder_that_is_missing_is_told(selfeval: Command, ledger: Path, command: tuple[str, ...]) -> None:
    path = Path("no/such/L.selfeval") if command == ("new",) else ledger
    before = snapshot(ledger)
    assert_refused(selfeval(command[0], path, *command[1:]), "无法写入")
    assert snapshot(ledger) == before


USAGE = {
    (): "selfeval --help",
    ("nonsense",): "没有命令“nonsense”",
    ("new",): "缺少 LEDGER",
    ("import", "L.selfeval"): "缺少 FILES",
    ("print", "L.selfeval"): "缺少 --out",
    ("export", "L.selfeval", "--out", "x"): "缺少 --as",
    ("export", "L.selfeval", "--out", "x", "--as", "pdf"): "json、xlsx、docx、list、package",
    ("check", "L.selfeval", "--form", "一"): "整数",
    ("check", "L.selfeval", "--nonsense"): "没有选项 --nonsense",
    ("check", "L.selfeval", "--form"): "--form 后面缺少内容",
    ("new", "a", "b"): "命令的写法不对",
    ("list", "L.selfeval", "--lang", "fr"): "zh、en",
}


@pytest.mark.parametrize(("arguments", "words"), USAGE.items(), ids=str)
def test_a_command_written_wrongly_is_told_in_one_line(
    selfeval: Command, arguments: tuple[str, ...], words: str
) -> None:
    assert_refused(selfeval(*arguments), words)


def test_an_unknown_form_writes_nothing(selfeval: Command, ledger: Path) -> None:
    before = snapshot(ledger)
    assert_refused(selfeval("print", ledger, "--out", "x.pdf", "--form", 1, "--form", 9), "9 号表")
    assert snapshot(ledger) == before


def test_an_empty_ledger_has_nothing_to_print(selfeval: Command) -> None:
    selfeval("new", "L.selfeval")
    assert_refused(selfeval("print", "L.selfeval", "--out", "x.pdf"), "还没有自评表")
    assert not Path("x.pdf").exists()


def test_restore_never_replaces_a_file(selfeval: Command, ledger: Path) -> None:
    selfeval("backup", ledger, "--out", "copy.selfeval")
    before = snapshot(ledger, Path("copy.selfeval"))
    assert_refused(selfeval("restore", ledger, "copy.selfeval"), "已经存在")
    with closing(bootstrap.ledger_files().open_ledger_file(ledger)):
        assert_refused(selfeval("restore", ledger, "copy.selfeval"), "正在使用")
    assert snapshot(ledger, Path("copy.selfeval")) == before


@pytest.mark.parametrize(
    ("content", "words"), [(None, "没有找到"), (b"", "空文件"), ("通讯录".encode(), "不是本程序的台账")]
)
def test_restore_from_what_is_no_ledger_makes_none(selfeval: Command, content: bytes | None, words: str) -> None:
    if content is not None:
        Path("copy.selfeval").write_bytes(content)
    assert_refused(selfeval("restore", "new.selfeval", "copy.selfeval"), words)
    assert not Path("new.selfeval").exists()


def test_f12_forms_go_in_where_no_backup_can_be_made(selfeval: Command, ledger: Path, selfeval_home: Path) -> None:
    shutil.rmtree(selfeval_home, ignore_errors=True)
    selfeval_home.write_text("in the way", "utf-8")
    said = selfeval("import", ledger, json_file("more.json"))
    assert said.code == 0
    assert len(said.complaints) == 1
    assert "导入前没有备份成" in said.err
    assert len(json.loads(selfeval("list", ledger, "--json").out)) == 4


def with_unread(*forms_unread: bool) -> Path:
    """A ledger of forms, some with text in a weight."""
    store = bootstrap.ledger_files().create_ledger_file(Path("U.selfeval"))
    for unread in forms_unread:
        form = complete_form()
        if unread:
            form = replace(form, unread={FieldRef.indicator(0, "weight"): "二十"})
        store.insert_forms([Draft(form, evaluate(form, mof_2020()))])
    store.close()
    return Path("U.selfeval")


def test_a_form_with_an_unread_cell_is_left_out_of_json_and_its_cell_named(selfeval: Command) -> None:
    said = selfeval("export", with_unread(True, False), "--out", "x.json", "--as", "json")
    assert said.code == 1
    assert said.complaints == ["1 号表有不是数字的内容：指标 · 第 1 行 · 分值，这张表没有导出。请改为数字后再导出。"]
    assert len(json.loads(Path("x.json").read_text("utf-8"))) == 1


def test_nothing_is_written_when_every_form_is_left_out(selfeval: Command) -> None:
    said = selfeval("export", with_unread(True), "--out", "x.json", "--as", "json")
    assert said.code == 2
    assert not Path("x.json").exists()


def test_a_working_copy_as_xlsx_is_made_with_unread_cells(selfeval: Command) -> None:
    assert selfeval("export", with_unread(True), "--out", "x.xlsx", "--as", "xlsx").code == 0


def test_a_held_ledger_is_printed_and_nothing_is_recorded(selfeval: Command, ledger: Path) -> None:
    window = bootstrap.ledger_files().open_ledger_file(ledger)
    try:
        said = selfeval("print", ledger, "--out", "x.pdf")
        listed = selfeval("list", ledger, "--json")
    finally:
        window.close()
    assert said.code == 0
    assert len(said.complaints) == 1
    assert "没有记录" in said.err
    assert Path("x.pdf").exists()
    assert json.loads(listed.out)[0]["state"] == "可打印"


def test_nothing_is_imported_into_a_held_ledger(selfeval: Command, ledger: Path) -> None:
    source = json_file("a.json")
    window = bootstrap.ledger_files().open_ledger_file(ledger)
    before = snapshot(ledger)
    try:
        said = selfeval("import", ledger, source)
    finally:
        window.close()
    assert_refused(said, "使用")
    assert before[0] == snapshot(ledger)[0]


def test_no_ledger_is_made_over_a_held_one_and_the_holder_is_named(selfeval: Command, ledger: Path) -> None:
    before = snapshot(ledger)
    window = bootstrap.ledger_files().open_ledger_file(ledger)
    try:
        said = selfeval("new", ledger)
    finally:
        window.close()
    assert_refused(said, f"正在使用（{getpass.getuser()}@")
    assert snapshot(ledger) == before
    left_by_a_dead_one = ledger.with_name(f".~lock.{ledger.name}")
    left_by_a_dead_one.touch()
    assert_refused(selfeval("new", ledger), "已经存在")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """From now on that method of an open ledger fails as a full disk does."""

    def fill(method: str) -> None:
        def fail(store: LedgerForms, *_: object) -> None:
            raise UnwritableFile(store.path, os.strerror(ENOSPC))

        monkeypatch.setattr(LedgerForms, method, fail)

    return fill


def test_a_ledger_that_can_take_nothing_in_is_not_made(selfeval: Command, full_disk: Callable[[str], None]) -> None:
    source = json_file("a.json")
    full_disk("insert_forms")
    assert_refused(selfeval("import", "L.selfeval", source), "磁盘已满")
    assert [path.name for path in Path().iterdir()] == ["a.json"]


def test_a_ledger_that_was_there_stays_when_nothing_goes_in(
    selfeval: Command, ledger: Path, full_disk: Callable[[str], None]
) -> None:
    before = snapshot(ledger)
    full_disk("insert_forms")
    assert_refused(selfeval("import", ledger, "forms.json"), "磁盘已满")
    assert snapshot(ledger) == before


def test_files_that_could_not_be_recorded_are_done_in_part(
    selfeval: Command, ledger: Path, full_disk: Callable[[str], None]
) -> None:
    full_disk("record_outputs")
    said = selfeval("print", ledger, "--out", "x.pdf")
    assert said.code == 1
    assert len(said.complaints) == 1
    assert Path("x.pdf").exists()


@pytest.mark.parametrize(
    "arguments",
    [("check", "没有\n这个\x1b[31m\t台账.selfeval"), ("check", "--没有\n这个"), ("没有\n这个\x1b[31m",)],
)
def test_control_characters_are_told_as_spaces_in_one_plain_line(selfeval: Command, arguments: tuple[str, ...]) -> None:
    said = selfeval(*arguments)
    assert (said.code, said.out, len(said.complaints)) == (2, "", 1)
    assert said.complaints[0].isprintable()
    assert "没有 这个" in said.complaints[0]


def test_a_fault_of_the_program_is_one_line_and_a_log_without_the_forms_text(
    selfeval: Command, ledger: Path, selfeval_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("宣传与推广")

    monkeypatch.setattr(program, "check_forms", fail)
    said = selfeval("check", ledger)
    assert said.code == 3
    assert len(said.complaints) == 1
    log = selfeval_home / "log" / "selfeval.log"
    assert str(log) in said.err
    written = log.read_text("utf-8")
    assert "RuntimeError" in written
    assert "program.py" in written
    assert "宣传" not in written


def test_a_fault_is_told_where_no_log_can_be_written(
    selfeval: Command, ledger: Path, selfeval_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(program, "check_forms", fail)
    selfeval_home.write_text("in the way", "utf-8")
    said = selfeval("check", ledger)
    assert (said.code, len(said.complaints)) == (3, 1)


def test_a_backup_is_refused_where_the_users_folder_cannot_be_written(
    selfeval: Command, ledger: Path, selfeval_home: Path
) -> None:
    selfeval_home.write_text("in the way", "utf-8")
    assert_refused(selfeval("backup", ledger), "无法写入")


def test_a_file_that_cannot_be_read_is_told_as_such(
    selfeval: Command, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert_refused(selfeval("list", ledger), "无法读取 L.selfeval（没有权限）")


def test_an_interruption_is_no_fault(selfeval: Command, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "check_forms", stop)
    said = selfeval("check", ledger)
    assert (said.code, said.err.strip()) == (1, "已中断。")


def test_a_line_break_in_a_path_stays_in_one_line(selfeval: Command) -> None:
    assert_refused(selfeval("list", "甲\n乙.selfeval"), "没有找到")
