"""Chinese input on Linux: which plugin Qt is to load, and whether the desktop's input method can be reached.

PySide6 carries a plugin for IBus and none for fcitx. fcitx5 also answers as IBus does, at the portal's name on the
session bus; fcitx4 does not. A plugin of the distribution's own Qt loads only into that very version of Qt.
"""

import sys
from collections.abc import MutableMapping

_IBUS_PORTAL = "org.freedesktop.portal.IBus"


def requested_input_method(environment: MutableMapping[str, str]) -> str:
    """The name that the desktop asks for, such as fcitx, fcitx5 or ibus; empty where it asks for none.

    Qt 6 has no plugin for xim: there XMODIFIERS says which program is meant.
    """
    asked = environment.get("QT_IM_MODULE", "")
    if asked in {"", "xim"}:
        asked = environment.get("XMODIFIERS", "").partition("@im=")[2]
    return asked.strip()


def prefer_loadable_plugin(environment: MutableMapping[str, str]) -> None:
    """Let Qt take IBus where the plugin asked for cannot be loaded; a list made by hand (QT_IM_MODULES) stays.

    To be called before QApplication is made. IBUS_USE_PORTAL makes Qt look for the name on the session bus even where
    the program ibus-daemon is not installed.
    """
    asked = requested_input_method(environment)
    if not sys.platform.startswith("linux") or "QT_IM_MODULES" in environment:
        return
    if asked.startswith("fcitx"):
        environment["QT_IM_MODULES"] = f"{asked};ibus"
        environment.setdefault("IBUS_USE_PORTAL", "1")
    elif asked == "ibus":
        environment["QT_IM_MODULES"] = asked


def is_fcitx_out_of_reach(environment: MutableMapping[str, str]) -> bool:
    """Whether the desktop asks for fcitx and nothing that Qt can talk to answers on the session bus."""
    if not sys.platform.startswith("linux") or not requested_input_method(environment).startswith("fcitx"):
        return False
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    return not (bus.isConnected() and bus.interface().isServiceRegistered(_IBUS_PORTAL).value())
