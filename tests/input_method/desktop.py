"""A desktop of its own: X server, session bus, window manager, an input method for Chinese, and our program."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

TOOLS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
_PATIENCE = 60.0
_PAUSE = 0.1
_SLOW_MS = "150"
"""Between two keys, as a typist."""
_FCITX_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=pinyin

[GroupOrder]
0=Default
"""
Answer = TypeVar("Answer")


def wait_for(ask: Callable[[], Answer], why: Callable[[], str]) -> Answer:
    """Ask until the answer counts as true; AssertionError with what `why` says when it never does."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(_PAUSE)
    raise AssertionError(why())


class Desktop:
    """One user's session; `environment` is what a program started in it sees."""

    def __init__(self, stack: ExitStack, home: Path) -> None:
        self._stack = stack
        run = home / "run"
        run.mkdir(mode=0o700)
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        self.environment = kept | {
            "HOME": str(home),
            "SELFEVAL_HOME": str(home / "selfeval"),
            "XDG_RUNTIME_DIR": str(run),
            "LANG": "C.UTF-8",
        }
        self._log = stack.enter_context((home / "desktop.log").open("wb"))
        self.environment["DISPLAY"] = self._start_screen()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        self.start("openbox")

    def start(self, *command: str, **more: str) -> "subprocess.Popen[bytes]":
        """A program that runs until the session ends."""
        process = subprocess.Popen(
            command, env=self.environment | more, stdout=self._log, stderr=self._log, stdin=subprocess.DEVNULL
        )
        self._stack.callback(_end, process)
        return process

    def start_fcitx5(self) -> None:
        """fcitx5 with Pinyin; it begins with Latin letters."""
        profile = Path(self.environment["HOME"], ".config", "fcitx5", "profile")
        profile.parent.mkdir(parents=True)
        profile.write_text(_FCITX_PROFILE, encoding="utf-8")
        self.start("fcitx5", "--disable=wayland")
        wait_for(lambda: self.has_name("org.freedesktop.portal.IBus"), lambda: "fcitx5 does not answer")

    def start_ibus(self) -> None:
        """IBus with Pinyin as its only engine."""
        for key, value in (("preload-engines", "['libpinyin']"), ("use-global-engine", "true")):
            self._run("gsettings", "set", "org.freedesktop.ibus.general", key, value)
        self.start("ibus-daemon", "--panel=disable", "--cache=none")
        wait_for(lambda: "libpinyin" in self._run("ibus", "list-engine").stdout, lambda: "IBus has no libpinyin")

    def switch_fcitx5_on(self) -> None:
        """By its key, as users do."""
        self.press("ctrl+space")
        self.wait_for_fcitx5()

    def wait_for_fcitx5(self) -> None:
        """Until the place with the cursor has Pinyin: a robot types sooner than a window has told of its focus."""
        wait_for(lambda: self._run("fcitx5-remote").stdout.strip() == "2", lambda: "Pinyin is not on")

    def switch_ibus_on(self) -> None:
        """The engine belongs to the window that has the keyboard."""
        self._run("ibus", "engine", "libpinyin")
        self.wait_for_ibus()

    def wait_for_ibus(self) -> None:
        """Until the place with the cursor has Pinyin."""
        wait_for(lambda: self._run("ibus", "engine").stdout.strip() == "libpinyin", lambda: "Pinyin is not on")

    def has_name(self, name: str) -> bool:
        """Whether somebody answers to that name on the session bus."""
        return (
            name
            in self._run(
                "dbus-send",
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.DBus",
                "/",
                "org.freedesktop.DBus.ListNames",
            ).stdout
        )

    def start_window(self, ledger: Path, asked: Mapping[str, str]) -> "subprocess.Popen[bytes]":
        """Our window with that ledger, in front; `asked` is what the desktop says of its input method."""
        process = self.start(sys.executable, "-m", "selfeval_desktop", str(ledger), **asked)
        wait_for(lambda: self.active_window_name().startswith("示例"), self.active_window_name)
        return process

    def active_window_name(self) -> str:
        """The title of the window that has the keyboard."""
        return self._run("xdotool", "getactivewindow", "getwindowname").stdout.strip()

    def press(self, *keys: str) -> None:
        """Keys one after the other, each let go before the next."""
        self._run("xdotool", "key", "--delay", _SLOW_MS, *keys)

    def type(self, letters: str) -> None:
        """Letters as on a keyboard; what becomes of them is the input method's."""
        self._run("xdotool", "type", "--delay", _SLOW_MS, letters)

    def _run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(command, env=self.environment, capture_output=True, encoding="utf-8", check=False)

    def _start_screen(self) -> str:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-s", "0"]
        process = subprocess.Popen(command, pass_fds=[writing], stdout=self._log, stderr=self._log)
        self._stack.callback(_end, process)
        os.close(writing)
        with os.fdopen(reading) as said:
            return f":{said.readline().strip()}"

    def _start_bus(self) -> str:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, stderr=self._log)
        self._stack.callback(_end, process)
        assert process.stdout is not None
        return process.stdout.readline().decode().strip()


@contextmanager
def open_desktop(home: Path) -> Iterator[Desktop]:
    """A session whose programs are ended at the end, the last first."""
    with ExitStack() as stack:
        yield Desktop(stack, home)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
    process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
