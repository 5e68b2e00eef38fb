"""F58 and F59: a clock that was set back and settings that cannot be read or written cost nothing of the work."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.app.ports.output_events import OutputRecord
from selfeval_desktop.storage.forms import rows
from tests.builders import complete_form, mof_2020
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import User

NOON = datetime(2024, 3, 1, 12, tzinfo=datetime.now().astimezone().tzinfo)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """What the ledger takes for the time from now on."""
    monkeypatch.setattr(rows, "current_time_text", lambda: moment.isoformat(timespec="seconds"))
    for module in ("output_events", "answers", "form_store"):
        room = __import__(f"selfeval_desktop.storage.forms.{module}", fromlist=["rows"])
        assert room.rows is rows


def test_f58_with_the_clock_set_back_the_latest_is_still_the_latest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ledger_of(tmp_path / "L.selfeval", complete_form())
    store = bootstrap.ledger_files().open_ledger_file(path)
    gone = [OutputRecord(1, complete_form(), mof_2020().paper, False)]
    at(monkeypatch, NOON)
    store.record_outputs(gone, "printed")
    at(monkeypatch, NOON - timedelta(hours=1))
    store.record_outputs(gone, "exported")
    issues = store.output_events(1)
    assert [event.kind for event in issues] == ["exported", "printed"]
    assert issues[0].at < issues[1].at
    (summary,) = store.form_summaries()
    assert summary.state is State.EXPORTED
    store.verify()
    store.close()


def test_f58_with_the_clock_set_back_every_change_is_stored_and_told(
    sit: Sit, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(examples)
    ledger = user.window.document.ledger
    assert ledger is not None
    for hours in range(3):
        moment = NOON - timedelta(hours=hours)
        at(monkeypatch, moment)
        monkeypatch.setattr(ledger, "_clock", lambda moment=moment: moment)
        user.go_to("fundsTab", 2, 2)
        user.write(str(100 + hours))
        user.trigger("actionSave")
        assert user.label("statusSaved") == f"已保存 {moment:%H:%M:%S}"
        assert stored(examples)[0].fund_line("carried_over").executed == 100 + hours
    user.close()
    assert sit(examples).label("messageText") == ""


def damaged(text: str) -> Path:
    path = paths.user_data() / "settings.json"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("text", ["{", "[]", '{"places": 7}', "\x00" * 50])
def test_f59_damaged_settings_are_kept_aside_and_told_once(sit: Sit, examples: Path, text: str) -> None:
    path = damaged(text)
    user = sit(examples)
    aside = path.with_name("settings.json.bad")
    assert aside.read_text("utf-8") == text
    assert user.label("messageText").startswith(f"设置文件读不懂，改用默认设置；原来的留在 {aside}。")
    assert user.window.document.form is not None
    user.close()
    bootstrap._settings_file.cache_clear()
    assert sit(examples).label("messageText") == ""


def test_f59_settings_that_cannot_be_written_hold_for_this_run(
    sit: Sit, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "data").write_bytes(b"a file where a folder should be")
    monkeypatch.setenv("SELFEVAL_HOME", str(home))
    user = sit(examples)
    assert user.label("messageText").startswith("设置写不进 ")
    settings = user.window.document.services.settings
    settings.change_settings(text_size=150)
    assert settings.load_settings().text_size == 150
    edit_and_close(user)
    assert stored(examples)[0].fund_line("carried_over").executed == 77


def edit_and_close(user: User) -> None:
    user.go_to("fundsTab", 2, 2)
    user.type("77")
    user.close()
