"""A package is taken only as it was made: nothing leaves its place, nothing is unpacked that was tampered with."""

import json
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    Cancelled,
    FileExists,
    MissingFile,
    PackageFault,
    UnfitPackage,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.app.handover import Inventory, TakenOverLedger
from selfeval_desktop.app.settings import Settings
from selfeval_desktop.codec import manifests, templates
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.storage.copies import handover
from selfeval_desktop.storage.copies.handover import LEDGER, MANIFEST, PAPER, SETTINGS, PackedTemplates
from selfeval_desktop.storage.copies.handover_files import HandOverFiles
from selfeval_desktop.storage.file import atomic_write
from selfeval_desktop.storage.file.opening import SqliteLedgers
from tests.builders import complete_form
from tests.hostile_texts import TEMPLATES
from tests.storage.drafts import draft
from tests.templates import ELSEWHERE, elsewhere_text

Members = dict[str, bytes]


@pytest.fixture
def package(ledgers: SqliteLedgers, tmp_path: Path) -> Path:
    store = ledgers.create_ledger_file(tmp_path / "台账.selfeval", [draft(complete_form())])
    target = tmp_path / "package.zip"
    load = handover.collect_package_contents(
        Inventory((), 3, 1), b"%PDF", b"{}", {"here-1.toml": b"x", "../x.toml": b"y"}
    )
    try:
        handover.write_handover_package(store, load, target)
    finally:
        store.close()
    return target


def members(package: Path) -> Members:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, content: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def signed(content: Members) -> Members:
    """With a manifest that is true of the other members."""
    document = json.loads(content[MANIFEST])
    rest = {name: data for name, data in content.items() if name != MANIFEST}
    entries = [handover._manifest_entry_of_bytes(name, data) for name, data in rest.items()]
    document["files"] = [{"name": each.name, "size": each.size, "sha256": each.sha256} for each in entries]
    return {MANIFEST: json.dumps(document).encode(), **rest}


def hand_over_files(loaded: Path | None = None) -> HandOverFiles:
    """The port, for a user with that folder of templates."""
    installed = TemplateFolder(paths.template_folder(), loaded)
    return HandOverFiles(installed, lambda path, data: atomic_write.write_files_atomically({path: data}), lambda _: b"")


def take(path: Path, target: Path) -> None:
    handover.read_handover_package(path)
    unpack(path, target)


def unpack(path: Path, target: Path) -> PackedTemplates:
    """As the reading process does it, in this one."""
    with atomic_write.staged_new_file(target) as temp:
        return handover.unpack_handover_package(path, temp, target)


def fault(path: Path, target: Path) -> PackageFault:
    with pytest.raises(UnfitPackage) as refused:
        take(path, target)
    assert not target.exists()
    assert [left.name for left in target.parent.iterdir() if left.name.startswith(".~")] == []
    return refused.value.reason


def test_a_package_says_what_is_in_it(package: Path) -> None:
    found = handover.read_handover_package(package)
    assert (found.ledger, found.inventory, found.templates) == ("台账", Inventory((), 3, 1), ("here-1",))
    assert found.settings == Settings()
    assert set(members(package)) == {MANIFEST, LEDGER, SETTINGS, PAPER, "templates/here-1.toml"}
    assert [left.name for left in package.parent.iterdir() if left.name.startswith(".~")] == []


def test_what_is_unpacked_is_the_ledger(ledgers: SqliteLedgers, package: Path, tmp_path: Path) -> None:
    target = tmp_path / "neu" / "x.selfeval"
    with pytest.raises(UnwritableFile):
        unpack(package, target)
    target.parent.mkdir()
    assert unpack(package, target) == PackedTemplates((), ("here-1",))
    store = ledgers.open_ledger_file(target)
    assert [store.load_form(1)] == [complete_form()]
    store.close()


HARM: dict[str, tuple[PackageFault, Callable[[Members], Members]]] = {
    "a path that leads out": (
        PackageFault.HARMFUL,
        lambda content: signed({**content, "../x.selfeval": b"1"}),
    ),
    "an absolute path": (PackageFault.HARMFUL, lambda content: signed({**content, "/etc/x": b"1"})),
    "a drive": (PackageFault.HARMFUL, lambda content: signed({**content, "C:x": b"1"})),
    "a device": (PackageFault.HARMFUL, lambda content: signed({**content, "CON": b"1"})),
    "a template out of its folder": (
        PackageFault.HARMFUL,
        lambda content: signed({**content, "templates/../../x.toml": b"1"}),
    ),
    "another member": (PackageFault.HARMFUL, lambda content: signed({**content, "run.exe": b"1"})),
    "a bomb": (
        PackageFault.HARMFUL,
        lambda content: signed({**content, "templates/big.toml": bytes(30_000_000)}),
    ),
    "no manifest": (
        PackageFault.FORMAT,
        lambda content: {name: data for name, data in content.items() if name != MANIFEST},
    ),
    "a strange manifest": (PackageFault.FORMAT, lambda content: {**content, MANIFEST: b"[]"}),
    "a time that is none": (
        PackageFault.FORMAT,
        lambda content: {
            **content,
            MANIFEST: json.dumps({**json.loads(content[MANIFEST]), "made_at": "noon"}).encode(),
        },
    ),
    "a later format": (
        PackageFault.NEWER,
        lambda content: {**content, MANIFEST: b'{"format": "selfeval-move/2", "more": 1}'},
    ),
    "another ledger": (PackageFault.DAMAGED, lambda content: {**content, LEDGER: content[LEDGER] + b"x"}),
    "another template": (
        PackageFault.DAMAGED,
        lambda content: {**content, "templates/here-1.toml": b"z"},
    ),
    "a member that nobody named": (
        PackageFault.DAMAGED,
        lambda content: {**content, "templates/more.toml": b"z"},
    ),
    "no ledger": (
        PackageFault.DAMAGED,
        lambda content: signed({name: data for name, data in content.items() if name != LEDGER}),
    ),
    "something else as a ledger": (
        PackageFault.DAMAGED,
        lambda content: signed({**content, LEDGER: b"SQLite format 3\0" + bytes(100)}),
    ),
}


@pytest.mark.parametrize("what", HARM)
def test_f44_a_package_that_is_not_as_it_was_made_is_refused(package: Path, tmp_path: Path, what: str) -> None:
    reason, harm = HARM[what]
    path = packed(tmp_path / "harm.zip", harm(members(package)))
    assert fault(path, tmp_path / "x.selfeval") is reason


def test_f44_a_name_that_comes_twice_is_refused(package: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "twice.zip", members(package))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(SETTINGS, b"other")
    assert fault(path, tmp_path / "x.selfeval") is PackageFault.HARMFUL


def with_flipped_byte(whole: bytes, place: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ 0x80]) + whole[place + 1 :]


def test_f44_a_name_in_the_zip_that_is_no_text_is_damage(package: Path, tmp_path: Path) -> None:
    whole = package.read_bytes()
    package.write_bytes(with_flipped_byte(whole, whole.index(PAPER.encode())))
    assert fault(package, tmp_path / "x.selfeval") is PackageFault.DAMAGED


def test_f44_a_member_packed_in_another_way_is_damage_too(package: Path, tmp_path: Path) -> None:
    path = tmp_path / "lzma.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in members(package).items():
            archive.writestr(name, data)
    whole = path.read_bytes()
    path.write_bytes(with_flipped_byte(whole, whole.index(LEDGER.encode()) + len(LEDGER.encode()) + 200))
    assert fault(path, tmp_path / "x.selfeval") is PackageFault.DAMAGED


def test_f44_each_flipped_byte_is_noticed(package: Path, tmp_path: Path) -> None:
    whole = package.read_bytes()
    path = tmp_path / "flipped.zip"
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            found = handover.read_handover_package(path)
        except (UnfitPackage, UnreadableFile):
            continue
        # A time or a flag in the zip's own directory, which says nothing of the content.
        assert found.inventory == Inventory((), 3, 1)
        assert members(path) == members(package)


@pytest.mark.parametrize("length", [0, 1, 100, 2000])
def test_a_package_that_was_cut_short_is_refused(package: Path, tmp_path: Path, length: int) -> None:
    path = tmp_path / "short.zip"
    path.write_bytes(package.read_bytes()[:length])
    expected = PackageFault.DAMAGED if length > 1 else PackageFault.FORMAT
    assert fault(path, tmp_path / "x.selfeval") is expected


def test_a_package_that_is_not_there_or_a_folder_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        handover.read_handover_package(tmp_path / "none.zip")
    with pytest.raises(UnreadableFile):
        handover.read_handover_package(tmp_path)


def test_a_ledger_of_a_later_program_asks_for_that_program(package: Path, tmp_path: Path) -> None:
    content = members(package)
    later = tmp_path / "later"
    later.write_bytes(content[LEDGER])
    connection = sqlite3.connect(later)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    path = packed(tmp_path / "later.zip", signed({**content, LEDGER: later.read_bytes()}))
    assert fault(path, tmp_path / "x.selfeval") is PackageFault.NEWER


def test_a_ledger_in_which_something_was_changed_is_refused(package: Path, tmp_path: Path) -> None:
    content = members(package)
    changed = content[LEDGER].replace("宣传与推广".encode(), "宣传与推厂".encode())
    assert changed != content[LEDGER]
    path = packed(tmp_path / "changed.zip", signed({**content, LEDGER: changed}))
    assert fault(path, tmp_path / "x.selfeval") is PackageFault.DAMAGED


def test_nothing_is_replaced(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.write_bytes(b"mine")
    with pytest.raises(FileExists):
        hand_over_files().unpack_hand_over(package, target)
    assert target.read_bytes() == b"mine"


def test_stopped_half_way_nothing_is_left(ledgers: SqliteLedgers, package: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(Cancelled):
        hand_over_files().unpack_hand_over(package, folder / "x.selfeval", stop)
    store = ledgers.open_ledger_file(tmp_path / "台账.selfeval")
    with pytest.raises(Cancelled):
        handover.write_handover_package(
            store,
            handover.collect_package_contents(Inventory((), 0, 0), b"", b"", {}),
            folder / "x.zip",
            stop,
        )
    store.close()
    assert list(folder.iterdir()) == []


def test_a_ledger_of_little_but_zeros_is_no_bomb(
    ledgers: SqliteLedgers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "_HIGHEST_RATIO", 1)
    monkeypatch.setattr(handover, "_SMALL", 20_000)
    store = ledgers.create_ledger_file(tmp_path / "x.selfeval")
    handover.write_handover_package(
        store, handover.collect_package_contents(Inventory((), 0, 0), b"", b"", {}), tmp_path / "x.zip"
    )
    store.close()
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.getinfo(LEDGER).compress_type == zipfile.ZIP_STORED


def test_the_manifest_reads_back() -> None:
    made = ("0.1", datetime(2024, 3, 1, tzinfo=UTC))
    entries = [handover._manifest_entry_of_bytes("x", b"1")]
    manifest = manifests.read_handover_manifest(
        manifests.handover_manifest_bytes("台账", made, Inventory((), 1, 2), entries)
    )
    assert manifest.files == entries
    assert manifest.inventory == Inventory((), 1, 2)


def with_templates(content: Members, files: Mapping[str, bytes]) -> Members:
    return signed({**content, **{f"templates/{name}.toml": data for name, data in files.items()}})


@pytest.mark.parametrize("what", sorted(TEMPLATES.keys() - {"many tables"}))
def test_x8_a_package_with_a_bad_template_gives_its_ledger_without_it(package: Path, tmp_path: Path, what: str) -> None:
    data = TEMPLATES[what]()[: templates.MAX_BYTES]
    path = packed(
        tmp_path / "bad.zip", with_templates(members(package), {"elsewhere": elsewhere_text().encode(), "zz": data})
    )
    loaded, target = tmp_path / "loaded", tmp_path / "x.selfeval"
    taken = hand_over_files(loaded).unpack_hand_over(path, target)
    assert taken == TakenOverLedger(target, ("here-1", "zz"))
    assert [left.name for left in loaded.iterdir()] == ["elsewhere.toml"]
    assert target.is_file()


def test_x8_a_failed_take_over_leaves_nothing(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {name: elsewhere_text().replace(ELSEWHERE, name).encode() for name in ("aa", "bb", "cc")}
    path = packed(tmp_path / "three.zip", with_templates(members(package), files))
    folder, loaded = tmp_path / "folder", tmp_path / "loaded"
    folder.mkdir()
    loaded.mkdir()
    (loaded / "aa.toml").write_bytes(b"mine")
    taking = hand_over_files(loaded)
    write = taking._write

    def fail_at_last(target: Path, data: bytes) -> None:
        if target.name == "cc.toml":
            raise RuntimeError
        write(target, data)

    monkeypatch.setattr(taking, "_write", fail_at_last)
    with pytest.raises(RuntimeError):
        taking.unpack_hand_over(path, folder / "x.selfeval")
    assert list(folder.iterdir()) == []
    assert [(left.name, left.read_bytes()) for left in loaded.iterdir()] == [("aa.toml", b"mine")]
    assert {each.id for each in taking._installed.newest_templates()} & set(files) == set()


def test_x8_a_process_that_dies_in_the_middle_leaves_nothing(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "reader_command", lambda: [sys.executable, "-c", "raise SystemExit(1)"])
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(UnfitPackage) as refused:
        hand_over_files().unpack_hand_over(package, folder / "x.selfeval")
    assert refused.value.reason is PackageFault.DAMAGED
    with pytest.raises(UnfitPackage):
        hand_over_files().read_hand_over(package)
    assert list(folder.iterdir()) == []


NOISE = Random(1).randbytes(templates.MAX_BYTES + 1)


@pytest.mark.parametrize(
    "files",
    [{"big": NOISE}, {f"t{number}": NOISE[:-1] for number in range(17)}],
    ids=["a template that is none", "templates of more than anybody has"],
)
def test_x9_templates_that_would_fill_the_memory_are_refused(
    package: Path, tmp_path: Path, files: Mapping[str, bytes]
) -> None:
    path = packed(tmp_path / "bomb.zip", with_templates(members(package), files))
    assert fault(path, tmp_path / "x.selfeval") is PackageFault.HARMFUL


def test_x9_a_template_that_no_package_holds_is_not_packed() -> None:
    files = {"a.toml": b"x", "big.toml": NOISE}
    assert set(handover.collect_package_contents(Inventory((), 0, 0), b"", b"", files).members) == {
        PAPER,
        SETTINGS,
        "templates/a.toml",
    }
