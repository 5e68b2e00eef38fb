"""Mutated ledgers and files from a printed seed: none crashes, none hangs, none is changed in silence.

`python -m tests.faults.fuzz --ledgers 2000 --files 1000 --seed 14` prints the rows; `--only NUMBER` tries one again.
"""

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.wording import errors
from tests.faults.fuzz_files import FileTrials, clear, make_files
from tests.faults.fuzz_ledgers import LedgerTrials, make_ledgers

LEDGERS, FILES, SEED = 200, 200, 14
MOST_SECONDS = 40.0
"""Of a trial, on a PC that does other things as well: an office file alone may take its ten seconds."""
_READY_SECONDS = 300.0
WRONG = ("crashed", "hung", "silent", "touched", "litter")


@dataclass
class Row:
    """What became of the mutated inputs of one sort; `faults` are the trials that were wrong, with their numbers."""

    name: str
    tried: int = 0
    refused: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(WRONG, 0))

    def __str__(self) -> str:
        counted = ", ".join(f"{self.counts[name]} {name}" for name in WRONG)
        read = self.tried - self.refused - len(self.faults)
        return (
            f"{self.tried} mutated {self.name}: {self.refused} refused with a sentence, {read} read; {counted}; "
            f"{self.seconds:.0f} s"
        )


def run(ledgers: int = LEDGERS, files: int = FILES, seed: int = SEED) -> list[Row]:
    """Both rows; each trial is decided by the seed, its sort and its number."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name, _home(Path(name) / "home"):
        whole = Path(name) / "whole"
        whole.mkdir()
        make_ledgers(whole)
        make_files(whole)
        return [
            _row("ledgers", range(ledgers), seed, Path(name)),
            _row("files", range(files), seed, Path(name)),
        ]


def _row(sort: str, numbers: range, seed: int, folder: Path) -> Row:
    begun, row, worker = time.monotonic(), Row(sort), _Worker(sort, seed, folder)
    try:
        for number in numbers:
            mutation, ending, told = worker.try_number(number)
            row.tried += 1
            row.refused += ending == "refused"
            if ending in WRONG:
                row.counts[ending] += 1
                row.faults.append(f"{sort} {number}, {mutation}: {ending}: {told}")
                print(row.faults[-1], file=sys.stderr, flush=True)
    finally:
        worker.end()
    row.seconds = time.monotonic() - begun
    return row


Answer = tuple[str, str, str]
"""What was done to the input, what became of it, and the words for that."""


class _Worker:
    """A process that tries one input after the other; a new one takes its place when it dies or hangs."""

    def __init__(self, sort: str, seed: int, folder: Path) -> None:
        self._sort, self._seed, self._folder = sort, seed, folder
        self._begin()

    def try_number(self, number: int) -> Answer:
        """The trial of that number."""
        self._pipe.send(number)
        mutation = "?"
        try:
            while self._pipe.poll(MOST_SECONDS):
                answer: Answer | str = self._pipe.recv()
                if not isinstance(answer, str):
                    return answer
                mutation = answer
        except (EOFError, OSError):
            self.end()
            code = self._process.exitcode
            self._begin()
            return mutation, "crashed", f"the process ended with {code}"
        self.end()
        self._begin()
        return mutation, "hung", f"more than {MOST_SECONDS:.0f} s"

    def _begin(self) -> None:
        context = get_context("spawn")
        self._pipe, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far, self._sort, self._seed, self._folder), daemon=False)
        self._process.start()
        far.close()
        if not self._pipe.poll(_READY_SECONDS) or self._pipe.recv() != "ready":
            raise AssertionError("the process of the trials does not begin")

    def end(self) -> None:
        """End the process, whatever it does."""
        self._pipe.close()
        self._process.terminate()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _serve(pipe: Connection, sort: str, seed: int, folder: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="area-", dir=folder) as name:
        area = Path(name)
        trials = LedgerTrials(folder / "whole", area) if sort == "ledgers" else FileTrials(folder / "whole", area)
        kept = frozenset(entry.name for entry in area.iterdir()) if sort == "files" else frozenset()
        pipe.send("ready")
        with suppress(EOFError, OSError):
            while True:
                chance = random.Random(f"{seed} {sort} {(number := pipe.recv())}")  # noqa: F841
                mutation, path = trials.mutate(chance)
                pipe.send(mutation)
                ending, told = _tried(trials, path, chance)
                if left := list(clear(area, kept)):
                    ending, told = ending if ending in WRONG else "litter", f"{told} {left}"
                pipe.send((mutation, ending, told))
        if isinstance(trials, FileTrials):
            trials.close()


def _tried(trials: LedgerTrials | FileTrials, path: Path, chance: random.Random) -> tuple[str, str]:
    try:
        if isinstance(trials, FileTrials):
            wrong = trials.try_file(path)
        else:
            wrong = trials.try_backup(path) if chance.random() < 0.2 else trials.try_ledger(path, chance)
    except SelfEvalError as error:
        sentence = errors.error_sentence(error)
        return ("refused" if sentence.endswith("。") else "silent"), sentence
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return "crashed", traceback.format_exc()
    return wrong or "read", ""


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    """The user's own folder is another one meanwhile, for this process and those that it starts."""
    kept = os.environ.get("SELFEVAL_HOME")
    os.environ["SELFEVAL_HOME"] = str(folder)
    try:
        yield
    finally:
        if kept is None:
            del os.environ["SELFEVAL_HOME"]
        else:
            os.environ["SELFEVAL_HOME"] = kept


def told(rows: list[Row], seed: int) -> Iterator[str]:
    """The lines that tell of them, the faults last."""
    for row in rows:
        yield f"{row} (seed {seed})"
    for row in rows:
        yield from row.faults


def main() -> int:
    """Try as many as asked for."""
    known = argparse.ArgumentParser(prog="python -m tests.faults.fuzz")
    known.add_argument("--ledgers", type=int, default=LEDGERS)
    known.add_argument("--files", type=int, default=FILES)
    known.add_argument("--seed", type=int, default=SEED)
    options = known.parse_args()
    rows = run(options.ledgers, options.files, options.seed)
    for line in told(rows, options.seed):
        print(line)
    return 1 if any(row.faults for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
