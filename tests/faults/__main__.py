"""Tries every fault and prints the claim; the exit code is 1 when a promise was broken.

A sample of `ENOUGH` crashes and as many I/O errors of each command, in an order that `--seed` decides; `--full` for
every point, `--only NAME` for one command. The whole claim goes to `build/faults.md`, that of every point to
`build/faults-full.md`.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.faults import campaign, damages, fuzz, table, traced
from tests.faults.campaign import Tally, Wanted
from tests.faults.commands import COMMANDS
from tests.faults.promise import Kind
from tests.faults.table import ENOUGH

_COLUMNS = ("command", "crashes", "I/O errors", *Kind, "of all", "seconds", "CPU")
_ROW = "{:<11}{:>8}{:>12}" + "{:>8}" * (len(Kind) + 1) + "{:>9}{:>7}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The claim, as a table."""
    options = _options(arguments)
    begun = time.monotonic()
    is_kept, tallies = True, []
    print(f"Seed {options.seed}, {'every point' if options.full else f'{ENOUGH} of each kind'}.", flush=True)
    if obstacle := traced.obstacle():
        print(f"No crash points and no I/O errors: {obstacle}.")
    else:
        print(_ROW.format(*_COLUMNS))
        tallies = list(_tallies(options))
        is_kept = not any(tally.breaches for tally in tallies) and not _gaps(tallies)
        _print_breaches(tallies)
    told = [f"{name}: fewer than {ENOUGH} points of a kind" for name in _gaps(tallies)]
    if not options.only:
        for check in _SEEDED:
            is_right, lines = check()
            is_kept = is_kept and is_right
            told += lines
    seconds = time.monotonic() - begun
    told.append(f"{'Every promise was kept' if is_kept else 'A PROMISE WAS BROKEN'}; {_times(seconds, tallies)}.")
    print("\n".join(told))
    if tallies and not options.only:
        _write(tallies, told, options)
    return 0 if is_kept else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    known = argparse.ArgumentParser(prog="python -m tests.faults")
    known.add_argument("--full", action="store_true")
    known.add_argument("--seed", type=int, default=campaign.SEED)
    known.add_argument("--jobs", type=int, default=2)
    known.add_argument("--only", choices=[command.name for command in COMMANDS])
    return known.parse_args(arguments)


def _tallies(options: argparse.Namespace) -> Iterator[Tally]:
    """Each command's, told as soon as it is done."""
    # What is read and loaded in which order is the same each time.
    os.environ["PYTHONHASHSEED"] = "0"
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        wanted = Wanted(None if options.full else ENOUGH, options.seed)
        work = [
            pool.submit(campaign.tried_by_number, number, None, wanted)
            for number, command in enumerate(COMMANDS)
            if options.only in {None, command.name}
        ]
        for done in work:
            tally = done.result()
            _print_row(tally)
            yield tally


def _print_row(tally: Tally) -> None:
    broken = [sum(breach.kind is kind for _, breach in tally.breaches) for kind in Kind]
    times = (f"{tally.seconds:.0f}", f"{tally.cpu:.0f}")
    row = _ROW.format(tally.command, tally.crashes, tally.errors, *broken, tally.known, *times)
    print(f"{row}{f'   {tally.missed} did not strike' if tally.missed else ''}", flush=True)


def _print_breaches(tallies: Sequence[Tally]) -> None:
    for tally in tallies:
        for place, breach in tally.breaches:
            print(f"{tally.command}: {place}: {breach.kind}: {breach.told}")


def _gaps(tallies: Sequence[Tally]) -> list[str]:
    return [tally.command for tally in tallies if min(tally.crashes, tally.errors) < ENOUGH]


def _times(seconds: float, tallies: Sequence[Tally]) -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{seconds:.0f} s by the clock, {sum(tally.cpu for tally in tallies):.0f} s of processor time{load}"


def _write(tallies: Sequence[Tally], told: Sequence[str], options: argparse.Namespace) -> None:
    """The table, and below it what is not in it: seed, other checks, times, breaches."""
    target = table.WHOLE if options.full else table.SAMPLED
    known = [f"{tally.command}: {tally.crashes + tally.errors} of {tally.known} points" for tally in tallies]
    wrong = [f"{tally.command}: {place}: {found.told}" for tally in tallies for place, found in tally.breaches]
    lines = [f"Seed {options.seed}, {options.jobs} at a time.", *told, *known, *wrong]
    target.parent.mkdir(exist_ok=True)
    text = table.table_text(map(table.claim_row, tallies)) + "".join(f"\n* {line}" for line in lines)
    target.write_text(f"{text}\n", "utf-8")


def _damaged() -> tuple[bool, Sequence[str]]:
    """Whether every damaged ledger was opened as it was, or refused."""
    with tempfile.TemporaryDirectory() as name:
        found = list(damages.outcomes(Path(name) / "damages"))
    refused = sum(bool(outcome.refusal) for outcome in found)
    wrong = [outcome for outcome in found if outcome.fault]
    slowest = max(outcome.seconds for outcome in found)
    told = (
        f"{len(found)} seeded damages: {refused} refused with a sentence, {len(found) - refused - len(wrong)} opened "
        f"with the right content, {len(wrong)} wrong; the slowest took {slowest:.2f} s"
    )
    return not wrong, [told, *(f"{outcome.damage}: {outcome.fault}" for outcome in wrong)]


def _mutated() -> tuple[bool, Sequence[str]]:
    """Whether every mutated ledger and file was read or refused."""
    rows = fuzz.run()
    return not any(row.faults for row in rows), list(fuzz.told(rows, fuzz.SEED))


_SEEDED = (_damaged, _mutated)
"""What is tried of files that are wrong: whether all was right, and the lines that tell."""

if __name__ == "__main__":
    sys.exit(main())
