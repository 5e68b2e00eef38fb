"""Which input method Qt is asked to load on Linux, and when the user is told that none can be reached."""

import sys

import pytest

from selfeval_desktop.ui.kit.input_method import is_fcitx_out_of_reach, prefer_loadable_plugin, requested_input_method

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have one of their own")


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=ibus"}, "fcitx"),
        ({"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=fcitx"}, "fcitx"),
        ({"XMODIFIERS": "@im=fcitx5"}, "fcitx5"),
        ({"QT_IM_MODULE": "compose"}, "compose"),
        ({}, ""),
    ],
)
def test_what_the_desktop_asks_for(environment: dict[str, str], asked: str) -> None:
    assert requested_input_method(environment) == asked


@pytest.mark.parametrize("asked", ["fcitx", "fcitx5"])
def test_t01_ibus_follows_the_plugin_for_fcitx_that_may_be_lacking(asked: str) -> None:
    environment = {"QT_IM_MODULE": asked}
    prefer_loadable_plugin(environment)
    assert environment["QT_IM_MODULES"] == f"{asked};ibus"
    assert environment["IBUS_USE_PORTAL"] == "1"


def test_ibus_named_only_for_older_programs_is_taken() -> None:
    environment = {"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=ibus"}
    prefer_loadable_plugin(environment)
    assert environment["QT_IM_MODULES"] == "ibus"
    assert "IBUS_USE_PORTAL" not in environment


@pytest.mark.parametrize(
    "environment", [{}, {"QT_IM_MODULE": "compose"}, {"QT_IM_MODULES": "x", "QT_IM_MODULE": "fcitx"}]
)
def test_what_is_not_asked_for_stays_as_it_is(environment: dict[str, str]) -> None:
    before = dict(environment)
    prefer_loadable_plugin(environment)
    assert environment == before


def test_fcitx_without_a_session_bus_is_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert is_fcitx_out_of_reach({"QT_IM_MODULE": "fcitx"})
    assert not is_fcitx_out_of_reach({"QT_IM_MODULE": "ibus"})
    assert not is_fcitx_out_of_reach({})
