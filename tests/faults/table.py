"""The claim as a table in Markdown: `build/faults.md`, and the same figures in README.

`python -m tests.faults.table` copies them into README, where every promise was kept at enough points.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.faults.campaign import Tally
from tests.faults.commands import COMMANDS
from tests.faults.promise import Kind

ROOT = Path(__file__).parents[2]
SAMPLED, WHOLE = ROOT / "build" / "faults.md", ROOT / "build" / "faults-full.md"
ENOUGH = 200
"""So many points of each kind are tried of every command at least."""

_WORDS = {
    Kind.TORN: "撕坏",
    Kind.LOST: "丢失",
    Kind.SILENT: "悄悄改变",
    Kind.WORDS: "没有说清",
    Kind.LITTER: "留下杂物",
}
HEADS = ("做的事", "断电", "读写出错", *_WORDS.values())
README = ROOT / "README.md"
_PLACE = re.compile(r"(<!-- make faults -->\n).*?(?=<!-- /make faults -->)", re.DOTALL)
_LINE = re.compile(r"\|(.+)\|")


def claim_row(tally: Tally) -> tuple[str, ...]:
    """What is claimed of a command: its points of each kind, and how often each promise was broken."""
    broken = [sum(breach.kind is kind for _, breach in tally.breaches) for kind in Kind]
    return _named(tally.command), *map(str, (tally.crashes, tally.errors, *broken))


def _named(name: str) -> str:
    title = next(command.title for command in COMMANDS if command.name == name)
    return f"{title} `{name}`"


ALL_NAMES = tuple(_named(command.name) for command in COMMANDS)


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """The table with its head."""
    lines = [HEADS, ("---", *("--:",) * (len(HEADS) - 1)), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def read_table(text: str) -> list[tuple[str, ...]]:
    """The rows of the first such table in a text; none where there is no such table."""
    lines = [tuple(cell.strip() for cell in found[1].split("|")) for found in _LINE.finditer(text)]
    rows = lines[lines.index(HEADS) + 2 :] if HEADS in lines else []
    return [row for row in rows if len(row) == len(HEADS)][: len(COMMANDS)]


def may_be_claimed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether there is a row of each command, with enough points, and nothing was broken."""
    return tuple(row[0] for row in rows) == ALL_NAMES and all(
        min(int(row[1]), int(row[2])) >= ENOUGH and set(row[3:]) == {"0"} for row in rows
    )


def main() -> int:
    """Put the table of the last whole run into README; 1 where it may not be claimed."""
    rows = read_table(SAMPLED.read_text("utf-8")) if SAMPLED.exists() else []
    if not may_be_claimed(rows):
        print(f"{SAMPLED} is not what README may claim.")
        return 1
    README.write_text(_PLACE.sub(rf"\1\n{table_text(rows)}\n", README.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
