"""The help is made from what the commands declare, complete in both languages, without a word of click's own."""

import re
import subprocess
import sys

import click
import pytest

from selfeval_desktop.cli.program import selfeval as program
from tests.cli.conftest import Command

WRITTEN = {
    "new": "new LEDGER",
    "import": "import LEDGER FILE... [--template ID]",
    "list": "list LEDGER [--json]",
    "check": "check LEDGER [--form ID]... [--json]",
    "template": "template COMMAND [ARGS]...",
    "print": "print LEDGER --out FILE.pdf|DIR [--form ID]... [--final]",
    "export": "export LEDGER --out PATH --as json|xlsx|docx|list|package [--form ID]...",
    "verify": "verify LEDGER",
    "backup": "backup LEDGER [--out FILE]",
    "restore": "restore LEDGER BACKUP",
}
CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
ENGLISH_OF_CLICK = re.compile(r"usage:|options:|commands:|\bshow\b|\bexit\b|required|OPTIONS", re.IGNORECASE)
ALL_HELP = """
import sys
from selfeval_desktop.cli import run
for command in sys.argv[1:]:
    print(run(["--lang", "en", *command.split(), "--help"]))
"""


def options(command: click.Command) -> list[click.Option]:
    return [each for each in command.params if isinstance(each, click.Option)]


def test_the_whole_help_tells_how_every_command_is_written(selfeval: Command) -> None:
    said = selfeval("--help")
    assert (said.code, said.err) == (0, "")
    lines = [line.strip() for line in said.out.splitlines()]
    places = [
        next(place for place, line in enumerate(lines) if f"{line}  ".startswith(f"{written}  "))
        for written in WRITTEN.values()
    ]
    assert places == sorted(places)
    assert list(program.commands) == list(WRITTEN)
    assert "返回值：0 完成，1 部分完成或有错误，2 不能处理，3 程序出错。" in said.out


@pytest.mark.parametrize(("command", "written"), WRITTEN.items(), ids=WRITTEN)
def test_the_help_of_a_command_tells_how_it_is_written_and_what_it_does(
    selfeval: Command, command: str, written: str
) -> None:
    said = selfeval(command, "--help")
    assert said.out.splitlines()[0] == f"用法：selfeval {written}"
    assert str(program.commands[command].help) in said.out


@pytest.mark.parametrize("name", ["", *WRITTEN])
def test_every_option_is_explained_in_plain_chinese(selfeval: Command, name: str) -> None:
    said = selfeval(*name.split(), "--help")
    command = program.commands[name] if name else program
    for option in options(command):
        assert option.opts[0] in said.out
        assert option.help
        assert option.help in said.out
    assert {"--lang", "--help"} <= {option.opts[0] for option in options(command)}
    assert not ENGLISH_OF_CLICK.search(said.out)


def test_no_help_in_english_has_a_word_of_chinese() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALL_HELP, "", *WRITTEN],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines().count("0") == 1 + len(WRITTEN)
    assert done.stdout.count("Usage: selfeval ") == 1 + len(WRITTEN)
    assert not CHINESE.search(done.stdout)
    assert all(f"Usage: selfeval {written}\n" in done.stdout for written in WRITTEN.values())
