"""Tries every fault and prints the claim; the exit code is 1 when a promise was broken.

`--every N` tries each n-th point only, `--only NAME` one command.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from tests.faults import campaign, damages, fuzz, traced
from tests.faults.campaign import Tally, Wanted
from tests.faults.commands import COMMANDS
from tests.faults.promise import Kind

ENOUGH = 200
_COLUMNS = ("command", "crashes", "I/O errors", *Kind, "seconds")
_ROW = "{:<10}{:>9}{:>12}" + "{:>8}" * len(Kind) + "{:>9}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The claim, as a table."""
    options = _options(arguments)
    begun = time.monotonic()
    is_kept = True
    if obstacle := traced.obstacle():
        print(f"No crash points and no I/O errors: {obstacle}.")
    else:
        print(_ROW.format(*_COLUMNS))
        tallies = list(_tallies(options))
        is_kept = not any(tally.breaches for tally in tallies)
        _print_breaches(tallies)
        _print_gaps(tallies, whole=options.every == 1)
    if not options.only:
        is_kept = _damages() and is_kept
        is_kept = _fuzzed() and is_kept
    print(f"{'Every promise was kept' if is_kept else 'A PROMISE WAS BROKEN'}; {time.monotonic() - begun:.0f} s.")
    return 0 if is_kept else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    known = argparse.ArgumentParser(prog="python -m tests.faults")
    known.add_argument("--every", type=int, default=1)
    known.add_argument("--jobs", type=int, default=2)
    known.add_argument("--only", choices=[command.name for command in COMMANDS])
    return known.parse_args(arguments)


def _tallies(options: argparse.Namespace) -> Iterator[Tally]:
    """Each command's, told as soon as all of its variants are done."""
    # What is read and loaded in which order is the same each time.
    os.environ["PYTHONHASHSEED"] = "0"
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        work = {
            command.name: [
                pool.submit(campaign.tried_by_number, number, variant, Wanted(options.every))
                for variant in range(len(command.variants))
            ]
            for number, command in enumerate(COMMANDS)
            if options.only in {None, command.name}
        }
        for name, variants in work.items():
            tally = Tally(name)
            for done in as_completed(variants):
                tally.add(done.result())
            _print_row(tally)
            yield tally


def _print_row(tally: Tally) -> None:
    if tally.is_missing:
        print(f"{tally.command:<10} is not in this version")
        return
    broken = [sum(breach.kind is kind for _, breach in tally.breaches) for kind in Kind]
    row = _ROW.format(tally.command, tally.crashes, tally.errors, *broken, f"{tally.seconds:.0f}")
    print(f"{row}{f'   {tally.missed} did not strike' if tally.missed else ''}", flush=True)


def _print_breaches(tallies: Sequence[Tally]) -> None:
    for tally in tallies:
        for place, breach in tally.breaches:
            print(f"{tally.command}: {place}: {breach.kind}: {breach.told}")


def _print_gaps(tallies: Sequence[Tally], *, whole: bool) -> None:
    for tally in tallies:
        if whole and not tally.is_missing and min(tally.crashes, tally.errors) < ENOUGH:
            print(f"{tally.command}: fewer than {ENOUGH} points of a kind")


def _damages() -> bool:
    """Whether every damaged ledger was opened as it was, or refused."""
    with tempfile.TemporaryDirectory() as name:
        found = list(damages.outcomes(Path(name) / "damages"))
    refused = sum(bool(outcome.refusal) for outcome in found)
    wrong = [outcome for outcome in found if outcome.fault]
    slowest = max(outcome.seconds for outcome in found)
    print(
        f"{len(found)} seeded damages: {refused} refused with a sentence, {len(found) - refused - len(wrong)} opened "
        f"with the right content, {len(wrong)} wrong; the slowest took {slowest:.2f} s"
    )
    for outcome in wrong:
        print(f"{outcome.damage}: {outcome.fault}")
    return not wrong


def _fuzzed() -> bool:
    """Whether every mutated ledger and file was read as it was, or refused."""
    rows = fuzz.run()
    for line in fuzz.told(rows, fuzz.SEED):
        print(line)
    return not any(row.faults for row in rows)


if __name__ == "__main__":
    sys.exit(main())
