"""Chinese through a real fcitx5 and a real IBus, by keys alone, in the started program."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from tests.given import FORMS
from tests.input_method.desktop import TOOLS, Desktop, open_desktop, wait_for
from tests.journeys.conftest import ledger_of, stored

pytestmark = [
    pytest.mark.input_method,
    pytest.mark.skipif(
        not all(shutil.which(tool) for tool in TOOLS), reason=f"needs {', '.join(TOOLS)}: make check-input"
    ),
]
FCITX = {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}
FCITX_BY_XMODIFIERS = {"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=fcitx"}
IBUS = {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}
NOTED = FieldRef.indicator(0, "level3")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """One filled form."""
    form = replace(next(iter(FORMS.values())), project_name="示例")
    return ledger_of(tmp_path / "台账.selfeval", form)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    # The name of a socket holds some hundred bytes: pytest's own folders are too deep for IBus.
    with tempfile.TemporaryDirectory(dir="/tmp") as home, open_desktop(Path(home)) as desktop:
        yield desktop


def expect_saved(ledger: Path, read: Callable[[Form], str], text: str) -> None:
    """Wait until the ledger holds the text in that place."""
    seen: list[str] = []

    def is_there() -> bool:
        seen.append(read(stored(ledger)[0]))
        return seen[-1] == text

    wait_for(is_there, lambda: f"{text!r} is wanted, {seen[-1]!r} is there")


def first_level3(form: Form) -> str:
    return form.indicators[0].level3


def switch_on(desktop: Desktop, asked: dict[str, str]) -> None:
    """Both begin with Latin letters."""
    if asked is IBUS:
        desktop.switch_ibus_on()
    else:
        desktop.switch_fcitx5_on()


def type_pinyin(desktop: Desktop, asked: dict[str, str]) -> None:
    """The letters of 粮食, where the cursor is."""
    desktop.wait_for_ibus() if asked is IBUS else desktop.wait_for_fcitx5()
    desktop.type("liangshi")


@pytest.mark.parametrize("asked", [FCITX, FCITX_BY_XMODIFIERS, IBUS], ids=["fcitx", "xmodifiers", "ibus"])
def test_t01_chinese_reaches_cell_goal_and_dialog(desktop: Desktop, ledger: Path, asked: dict[str, str]) -> None:
    desktop.start_ibus() if asked is IBUS else desktop.start_fcitx5()
    window = desktop.start_window(ledger, asked)
    before = stored(ledger)[0]

    desktop.press("ctrl+3", "ctrl+Home", "Right", "Right")
    switch_on(desktop, asked)
    type_pinyin(desktop, asked)
    desktop.press("space", "Return")
    expect_saved(ledger, first_level3, "粮食")

    desktop.press("ctrl+2", "ctrl+Home")
    type_pinyin(desktop, asked)
    desktop.press("space")
    expect_saved(ledger, lambda form: form.goals.expected, f"粮食{before.goals.expected}")

    desktop.press("ctrl+3", "ctrl+Home", "Right", "Right", "shift+F2")
    wait_for(lambda: "备注" in desktop.active_window_name(), desktop.active_window_name)
    type_pinyin(desktop, asked)
    desktop.press("space", "ctrl+Return")
    expect_saved(ledger, lambda form: form.cell_note(NOTED), "粮食")

    desktop.press("ctrl+q")
    assert window.wait(60) == 0


@pytest.mark.parametrize("asked", [FCITX, IBUS], ids=["fcitx", "ibus"])
def test_keys_while_composing_belong_to_the_input_method(desktop: Desktop, ledger: Path, asked: dict[str, str]) -> None:
    """Esc drops the letters alone, Enter takes them as they are, Tab moves among the candidates; the cell stays."""
    desktop.start_ibus() if asked is IBUS else desktop.start_fcitx5()
    window = desktop.start_window(ledger, asked)

    desktop.press("ctrl+3", "ctrl+Home", "Right", "Right")
    switch_on(desktop, asked)
    type_pinyin(desktop, asked)
    desktop.press("Escape")
    type_pinyin(desktop, asked)
    desktop.press("Tab", "Escape")
    desktop.type("abc")
    desktop.press("Return")
    type_pinyin(desktop, asked)
    desktop.press("space", "Return")
    expect_saved(ledger, first_level3, "abc粮食")

    desktop.press("ctrl+q")
    assert window.wait(60) == 0


def test_without_an_answer_on_the_bus_letters_are_typed_and_the_window_says_so(desktop: Desktop, ledger: Path) -> None:
    window = desktop.start_window(ledger, FCITX)
    desktop.press("ctrl+3", "ctrl+Home", "Right", "Right")
    desktop.type("liangshi")
    desktop.press("Return")
    expect_saved(ledger, first_level3, "liangshi")
    desktop.press("ctrl+q")
    assert window.wait(60) == 0
