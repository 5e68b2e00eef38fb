"""What is remembered between two runs, and that losing some of it does no harm."""

import errno
import json
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.app.settings import LedgerPosition, Settings
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.storage.file import atomic_write, settings_file
from selfeval_desktop.storage.file.settings_file import SettingsFile

LEDGER = Path("/表/台账.selfeval")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_is_changed_is_there_in_the_next_run(file: Path) -> None:
    place = LedgerPosition(str(LEDGER), 3, 2, "indicators[0].score")
    SettingsFile(file).change_settings(places=(place,), paper={"mof-2020": CHOICE}, problems=False, language="en")
    SettingsFile(file).change_settings(folder="/表", printing={"mof-2020": PRINTED}, text_size=125, contrast=True)
    SettingsFile(file).change_settings(columns={"mof-2020": {"level3": 200, "target": 0}})
    SettingsFile(file).change_settings(problem_order="rule", problems_hidden=("hint",))
    stored = SettingsFile(file).load_settings()
    assert stored == Settings(
        (place,),
        language="en",
        problems=False,
        folder="/表",
        paper={"mof-2020": CHOICE},
        printing={"mof-2020": PRINTED},
        columns={"mof-2020": {"level3": 200, "target": 0}},
        problem_order="rule",
        problems_hidden=("hint",),
        text_size=125,
        contrast=True,
    )
    assert stored.position_in(LEDGER) == place


CHOICE = PaperChoice("A3", "landscape", 10.0, imprint=False, signature=True, font="simfang")
PRINTED = PrintChoice("财务室", 3, "page", reverse=True, two_sided=True)
WRONG_PRINTED: tuple[dict[str, Any], ...] = (
    *({"copies": 0}, {"copies": 100}, {"copies": True}, {"copies": "2"}, {"order": "heap"}, {"order": []}),
    *({"reverse": 1}, {"two_sided": None}, {"printer": None}),
)
WRONG_CHOICES: tuple[dict[str, Any], ...] = (
    *({"size": "A5"}, {"orientation": "up"}, {"binding": 31}, {"binding": "5"}),
    *({"imprint": 1}, {"signature": "yes"}, {"font": None}),
)
WHOLE: dict[str, Any] = {
    "places": [{"ledger": "/a.selfeval", "form_id": None, "tab": 0, "field": ""}],
    "geometry": "",
    "layout": "",
    "language": "",
    "problems": True,
    "folder": "",
}
WRONG: tuple[dict[str, Any], ...] = (
    *({"places": 1}, {"places": ["a"]}, {"places": [{**WHOLE["places"][0], "ledger": 7}]}),
    *(
        {"places": [{**WHOLE["places"][0], "form_id": "x"}]},
        {"places": [{**WHOLE["places"][0], "tab": None}]},
    ),
    *({"text_size": 110}, {"text_size": "125"}, {"contrast": 1}, {"columns": []}, {"columns": {"a": [1]}}),
    *({"columns": {"a": {"b": "9"}}}, {"columns": {"a": {"b": -1}}}, {"columns": {"a": {"b": True}}}),
    *({"problem_order": 1}, {"problems_hidden": "hint"}, {"problems_hidden": [1]}),
    *({"geometry": 1}, {"problems": None}, {"paper": []}, {"paper": {"mof-2020": {}}}),
    *({"paper": {"mof-2020": {**asdict(CHOICE), **wrong}}} for wrong in WRONG_CHOICES),
    *({"printing": []}, {"printing": {"mof-2020": {}}}),
    *({"printing": {"mof-2020": {**asdict(PRINTED), **wrong}}} for wrong in WRONG_PRINTED),
)


def damaged_settings() -> list[tuple[bytes, Settings]]:
    """Damaged files, with what is to be read of them: nothing, or all but the wrong field."""
    nothing = (b"", b"\xff\xfe", b"[]", b"{", b"{}", b"[" * 100_000)
    rest = [Settings() if "places" in wrong else Settings((LedgerPosition("/a.selfeval"),)) for wrong in WRONG]
    return [
        *((damage, Settings()) for damage in nothing),
        *((json.dumps({**WHOLE, **wrong}).encode(), left) for wrong, left in zip(WRONG, rest, strict=True)),
    ]


@pytest.mark.parametrize(("damage", "left"), damaged_settings())
def test_damaged_settings_are_the_defaults_and_can_be_written_again(file: Path, damage: bytes, left: Settings) -> None:
    file.write_bytes(damage)
    assert SettingsFile(file).damaged_copy is None
    settings = SettingsFile(file)
    assert settings.load_settings() == left
    assert settings.damaged_copy == file.with_name("settings.json.bad")
    assert settings.damaged_copy.read_bytes() == damage
    SettingsFile(file).change_settings(language="en")
    assert SettingsFile(file).load_settings() == replace(left, language="en")


def test_what_can_be_read_of_damaged_settings_stays_and_is_written_anew(file: Path) -> None:
    damage = json.dumps({**WHOLE, "language": "en", "text_size": 110}).encode()
    file.write_bytes(damage)
    settings = SettingsFile(file)
    assert settings.load_settings().language == "en"
    assert settings.damaged_copy == file.with_name("settings.json.bad")
    assert settings.damaged_copy.read_bytes() == damage
    later = SettingsFile(file)
    assert (later.load_settings().language, later.load_settings().places) == (
        "en",
        (LedgerPosition("/a.selfeval"),),
    )
    assert later.damaged_copy is None


def test_damaged_settings_that_cannot_be_set_aside_are_not_overwritten_by_reading(file: Path) -> None:
    damage = json.dumps({"language": "en", "text_size": 110})
    file.write_text(damage, "utf-8")
    (file.with_name("settings.json.bad") / "in the way").mkdir(parents=True)
    settings = SettingsFile(file)
    assert settings.load_settings() == Settings(language="en")
    assert settings.damaged_copy is None
    assert file.read_text("utf-8") == damage


def test_a_column_wider_than_any_screen_costs_no_other_setting(file: Path) -> None:
    SettingsFile(file).change_settings(language="en", columns={"mof-2020": {"level3": 7293, "target": 0}})
    stored = SettingsFile(file).load_settings()
    assert (stored.language, stored.columns) == ("en", {"mof-2020": {"level3": 4000, "target": 0}})


def test_what_cannot_be_written_holds_for_this_run(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_bytes(b"")
    settings = SettingsFile(folder / "settings.json")
    settings.change_settings(language="en")
    settings.change_settings(text_size=125)
    assert str(settings.unwritable_path) == str(folder / "settings.json")
    assert settings.load_settings() == Settings(language="en", text_size=125)
    folder.unlink()
    folder.mkdir()
    settings.change_settings(contrast=True)
    assert settings.unwritable_path is None
    assert SettingsFile(folder / "settings.json").load_settings() == Settings(
        language="en", text_size=125, contrast=True
    )


def test_a_place_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    SettingsFile(tmp_path / "settings.json").change_settings(language="en")
    assert SettingsFile(tmp_path / "settings.json").load_settings() == Settings()
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_a_file_that_the_device_does_not_give_is_not_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SettingsFile(file).change_settings(language="en", folder="/表")
    settings = SettingsFile(file)

    def fail(_path: Path, _most: int) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as failing:
        failing.setattr(settings_file, "read_regular_file", fail)
        settings.change_settings(text_size=125)
        assert settings.load_settings() == Settings(text_size=125)
    assert str(settings.unwritable_path) == str(file)
    assert settings.load_settings() == Settings(language="en", folder="/表", text_size=125)
    settings.change_settings(contrast=True)
    assert settings.unwritable_path is None
    assert SettingsFile(file).load_settings() == Settings(language="en", folder="/表", text_size=125, contrast=True)


def test_what_a_killed_run_left_beside_the_settings_goes(file: Path) -> None:
    left = atomic_write.temporary_path(file)
    left.touch()
    os.utime(left, (0, 0))
    SettingsFile(file).change_settings(language="en")
    assert [entry.name for entry in file.parent.iterdir() if entry.is_file()] == [file.name]
