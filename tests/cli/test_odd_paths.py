"""Commands with names in another encoding, with what is no file, and with the ledger itself as their target."""

import json
import os
import shutil
import stat
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from selfeval_desktop import paths
from tests.cli.conftest import Command, json_file
from tests.cli.test_environment import shell

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="such names and files are Linux's")

GBK = os.fsdecode("台账".encode("gbk"))
LATIN = os.fsdecode(b"caf\xe9")


@pytest.mark.parametrize("name", [GBK, LATIN, f"{GBK}%20#?"])
def test_x12_every_command_takes_names_in_another_encoding(selfeval: Command, name: str) -> None:
    Path(name).mkdir()
    ledger, forms = f"{name}/{name}.selfeval", json_file(f"{name}.json")
    for arguments in (
        ("new", ledger),
        ("import", ledger, forms),
        ("list", ledger),
        ("list", ledger, "--json"),
        ("check", ledger),
        ("check", ledger, "--json"),
        ("verify", ledger),
        ("print", ledger, "--out", f"{name}.pdf"),
        ("print", ledger, "--out", f"{name}.d"),
        ("export", ledger, "--as", "json", "--out", f"{name}-2.json"),
        ("export", ledger, "--as", "xlsx", "--out", f"{name}.xlsx"),
        ("export", ledger, "--as", "docx", "--out", f"{name}.docx"),
        ("import", ledger, f"{name}.xlsx"),
        ("backup", ledger),
        ("backup", ledger, "--out", f"{name}-backup.selfeval"),
        ("restore", f"{name}-restored.selfeval", f"{name}-backup.selfeval"),
        ("list", f"{name}-restored.selfeval"),
    ):
        said = selfeval(*arguments)
        assert said.code in {0, 1}, (arguments, said)
        assert "程序出错" not in said.err
        f"{said.out}{said.err}".encode()
    for made in (f"{name}.pdf", f"{name}-2.json", f"{name}.xlsx", f"{name}.docx"):
        assert Path(made).is_file()
    backups = list(paths.user_backups().rglob("*.selfeval"))
    assert len(backups) >= 2
    for backup in backups:
        backup.name.encode()


def test_x12_such_a_name_is_shown_as_it_was_meant(selfeval: Command) -> None:
    assert selfeval("new", f"{GBK}.selfeval").out == "已新建台账：台账.selfeval\n"
    assert selfeval("list", f"{GBK}2.selfeval").err == "没有找到 台账2.selfeval。请检查文件夹和文件名。\n"
    assert selfeval("new", f"{LATIN}.selfeval").out == "已新建台账：caf\\xe9.selfeval\n"


def test_x12_a_shell_gets_such_a_name_in_utf_8(tmp_path: Path) -> None:
    said = shell(tmp_path, "new", f"{GBK}.selfeval", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (said.returncode, said.stdout.decode()) == (0, "已新建台账：台账.selfeval\n")


def test_x12_a_home_in_another_encoding_is_used(
    selfeval: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELFEVAL_HOME", str(tmp_path / GBK))
    assert selfeval("import", "L.selfeval", json_file("a.json")).code == 0
    assert selfeval("backup", "L.selfeval").code == 0
    assert list(paths.user_backups().rglob("*.selfeval"))


EXPORTS = {"json": ("export", "json"), "xlsx": ("export", "xlsx"), "docx": ("export", "docx"), "pdf": ("print",)}


@pytest.mark.parametrize("ending", EXPORTS)
@pytest.mark.parametrize("way", ["itself", "link", "hard link", "parent", "another"])
def test_x19_an_export_over_a_ledger_is_refused(selfeval: Command, ledger: Path, ending: str, way: str) -> None:
    own = Path(f"self.{ending}")
    shutil.copyfile(ledger, own)
    target = Path(f"target.{ending}")
    match way:
        case "itself":
            target = own
        case "link":
            target.symlink_to(own)
        case "hard link":
            target.hardlink_to(own)
        case "parent":
            Path("folder").symlink_to(".")
            target = Path("folder") / own
        case "another":
            shutil.copyfile(ledger, target)
    whole = own.read_bytes()
    command, *kind = EXPORTS[ending]
    said = selfeval(command, own, "--out", target, *(("--as", *kind) if kind else ()))
    assert said.code == 2
    assert len(said.complaints) == 1
    assert "是台账" in said.err
    assert (own.read_bytes(), Path(target).read_bytes() == whole) == (whole, True)


def test_x19_an_upload_package_does_not_replace_a_ledger(selfeval: Command, ledger: Path) -> None:
    own = ledger.rename("self.zip")
    selfeval("export", own, "--form", "1", "--as", "package", "--out", own)
    assert selfeval("verify", own).code == 0
    assert not any(path.name.endswith("-journal") for path in Path().iterdir())


@pytest.mark.parametrize("name", ["settings.json", "templates/mof-2020.json", "backups/a/ledger.json"])
def test_x19_an_export_over_the_programs_own_files_is_refused(selfeval: Command, ledger: Path, name: str) -> None:
    target = paths.user_data() / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"own")
    said = selfeval("export", ledger, "--as", "json", "--out", target)
    assert said.code == 2
    assert "程序自己的文件夹" in said.err
    assert target.read_bytes() == b"own"


@pytest.mark.parametrize("name", ["L.selfeval-journal", "L.selfeval-wal", ".~lock.L.selfeval"])
def test_x19_a_folder_beside_the_ledger_does_not_take_its_journals_name(
    selfeval: Command, ledger: Path, name: str
) -> None:
    said = selfeval("export", ledger, "--as", "json", "--out", name)
    assert said.code == 2
    assert not Path(name).exists()
    assert selfeval("verify", ledger).code == 0


@pytest.mark.parametrize("ending", ["json", "xlsx", "docx", "csv", "toml", "zip", "doc", "selfeval"])
@pytest.mark.parametrize("kind", ["pipe", "endless device", "folder", "socket"])
def test_x21_what_is_no_file_is_refused_at_once(selfeval: Command, ledger: Path, ending: str, kind: str) -> None:
    odd = Path(f"f.{ending}")
    match kind:
        case "pipe":
            os.mkfifo(odd)
        case "endless device":
            odd.symlink_to("/dev/zero")
        case "folder":
            odd.mkdir()
        case "socket":
            import socket

            with socket.socket(socket.AF_UNIX) as made:
                made.bind(str(odd))
    for arguments in (
        ("import", ledger, odd),
        ("list", odd),
        ("verify", odd),
        ("restore", "new.selfeval", odd),
        ("backup", odd),
        ("import", odd, json_file("b.json")),
    ):
        said = selfeval(*arguments)
        assert (said.code, len(said.complaints)) == (2, 1), (arguments, said)
        assert "程序出错" not in said.err


def test_x21_a_pipe_among_the_users_templates_is_passed_over(selfeval: Command, ledger: Path) -> None:
    paths.user_templates().mkdir(parents=True)
    os.mkfifo(paths.user_templates() / "zz.toml")
    assert selfeval("list", ledger).code == 0


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o022, 0o002, 0o077, 0o000])
def test_x22_the_programs_own_folders_are_the_users_alone(selfeval: Command, umask: int) -> None:
    before = os.umask(umask)
    try:
        assert selfeval("import", "L.selfeval", json_file("a.json")).code == 0
        assert selfeval("import", "L.selfeval", json_file("a.json")).code == 0
        assert selfeval("backup", "L.selfeval").code == 0
        assert selfeval("print", "L.selfeval", "--out", "a.pdf").code == 0
        assert selfeval("print", "L.selfeval", "--out", "d").code == 0
        assert selfeval("export", "L.selfeval", "--as", "json", "--out", "a2.json").code == 0
        assert selfeval("backup", "L.selfeval", "--out", "b.selfeval").code == 0
    finally:
        os.umask(before)
    own = [paths.user_data(), *paths.user_data().rglob("*")]
    assert any(path.name == "ledger.json" for path in own)
    assert {mode(path) for path in own if path.is_dir()} == {0o700}
    assert {mode(path) for path in own if path.is_file()} == {0o600}
    for path in (*map(Path, ("L.selfeval", "a.pdf", "a2.json", "b.selfeval")), *Path("d").iterdir()):
        assert mode(path) == 0o666 & ~umask
    assert mode(Path("d")) == 0o777 & ~umask


def test_x22_what_earlier_versions_left_open_is_closed(selfeval: Command, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"")
    victim.chmod(0o644)
    for path in (paths.user_backups() / "a" / "b.selfeval", paths.user_log() / "selfeval.log"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
        path.chmod(0o644)
    paths.user_data().chmod(0o755)
    paths.user_backups().chmod(0o755)
    (paths.user_data() / "link").symlink_to(victim)
    selfeval("list", "L.selfeval")
    assert mode(victim) == 0o644
    for top in (paths.user_data(), paths.user_log()):
        for path in (top, *top.rglob("*")):
            if not path.is_symlink():
                assert mode(path) == (0o700 if path.is_dir() else 0o600), path


def test_x22_a_replaced_file_keeps_its_rights(selfeval: Command, ledger: Path) -> None:
    Path("a.json").write_bytes(b"old")
    Path("a.json").chmod(0o600)
    assert selfeval("export", ledger, "--as", "json", "--form", "1", "--out", "a.json").code in {0, 1}
    assert mode(Path("a.json")) == 0o600
    assert json.loads(Path("a.json").read_bytes())


def test_x22_an_upload_package_has_the_users_rights(selfeval: Command, ledger: Path) -> None:
    assert selfeval("export", ledger, "--form", "1", "--as", "package", "--out", "p.zip").code in {0, 1}
    with ZipFile("p.zip") as archive:
        assert archive.namelist()
    assert mode(Path("p.zip")) == 0o666 & ~_umask()


def _umask() -> int:
    found = os.umask(0)
    os.umask(found)
    return found
