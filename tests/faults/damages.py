"""Seeded damage of a ledger that holds every kind of content: what is left is opened as it was, or refused."""

import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import ReceiverAnswer, ReceiverComment, SentFile
from selfeval_desktop.bootstrap import ledger_files
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.wording import errors
from tests import builders
from tests.storage.drafts import draft, faulty, release

SEED, COUNT = 2023, 300
MOST_SECONDS = 10.0

_PAGE = 4096
_CELL = FieldRef.indicator(2, "actual")
Damage = Callable[[random.Random, bytearray], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one damaged ledger: `refusal` is the sentence, "" where it was opened; `fault` what was wrong with that."""

    damage: str
    refusal: str
    fault: str
    seconds: float


def make_full(path: Path) -> None:
    """A ledger with all that one can hold: margins, deleted forms, units, rules off, copies, deliveries, answers."""
    noted = edits.set_note(edits.mark_origin(builders.complete_form(), [_CELL], ValueOrigin.IMPORTED), _CELL, "说明")
    names = [f"第{number}项工作" for number in range(2, 30)]
    with closing(
        ledger_files().create_ledger_file(path, [draft(noted), *(draft(project_name=name) for name in names)])
    ) as store:
        store.insert_forms([faulty()])
        store.replace_units([Unit("某区档案馆", "某区档案局", {"filler": "李某"}), Unit("某区图书馆")])
        store.record_outputs([release(1), release(2)], "printed")
        sent = replace(release(3), file=SentFile("package", "上报包.zip", "ab" * 32))
        store.record_outputs([sent], "exported")
        comments = (
            ReceiverComment("请补充原因", FieldRef.indicator(2, "deviation")),
            ReceiverComment("缺盖章", done=True),
        )
        store.save_answer(store.output_events(3)[0].event_id, ReceiverAnswer("returned", comments))
        store.save_form(2, draft(project_name="打印以后改过"))
        store.save_rules_off(["K25"], {})
        store.move_to_bin([4])


def everything(store: FormStore) -> tuple[Any, ...]:
    """All that the program ever shows of a ledger, proved."""
    store.verify()
    summaries = store.form_summaries()
    return (
        summaries,
        store.reporting_units(),
        store.rules_off(),
        *(
            (
                store.load_form(each.form_id),
                store.output_events(each.form_id),
                store.receiver_answers(each.form_id),
            )
            for each in summaries
        ),
        *(
            store.load_frozen_copy(event.event_id)
            for each in summaries
            for event in store.output_events(each.form_id)
            if event.code
        ),
    )


def outcomes(folder: Path, count: int = COUNT, seed: int = SEED) -> Iterator[Outcome]:
    """Each kind of damage in turn, each ledger damaged anew."""
    folder.mkdir()
    whole, damaged = folder / "whole.selfeval", folder / "damaged.selfeval"
    make_full(whole)
    with closing(ledger_files().open_ledger_file(whole)) as store:
        right = everything(store)
    chance = random.Random(seed)
    for number in range(count):
        name, damage = list(DAMAGES.items())[number % len(DAMAGES)]
        data = bytearray(whole.read_bytes())
        damage(chance, data)
        damaged.write_bytes(data)
        yield _met(name, damaged, bytes(data), right)
    shutil.rmtree(folder)


def _met(name: str, path: Path, data: bytes, right: tuple[Any, ...]) -> Outcome:
    begun = time.monotonic()
    refusal = fault = ""
    try:
        with closing(ledger_files().open_ledger_file(path)) as store:
            if everything(store) != right:
                fault = "changed without a word"
    except SelfEvalError as error:
        refusal = errors.error_sentence(error)
        if not refusal.endswith("。"):
            fault = f"no sentence: {refusal}"
    seconds = time.monotonic() - begun
    if path.read_bytes() != data:
        fault = "the file was changed"
    elif seconds > MOST_SECONDS:
        fault = f"{seconds:.1f} s"
    elif left := {entry.name for entry in path.parent.iterdir()} - {path.name, "whole.selfeval"}:
        fault = f"left behind: {left}"
    return Outcome(name, refusal, fault, seconds)


def _flip(times: int) -> Damage:
    """Where there is something: most of a page is often free."""

    def damage(chance: random.Random, data: bytearray) -> None:
        used = [at for at, byte in enumerate(data) if byte]
        for _ in range(times):
            data[chance.choice(used)] ^= 1 << chance.randrange(8)

    return damage


def _zero_page(chance: random.Random, data: bytearray) -> None:
    at = _PAGE * chance.randrange(len(data) // _PAGE)
    data[at : at + _PAGE] = bytes(_PAGE)


def _swap_pages(chance: random.Random, data: bytearray) -> None:
    one, other = (_PAGE * page for page in chance.sample(range(len(data) // _PAGE), 2))
    data[one : one + _PAGE], data[other : other + _PAGE] = (
        data[other : other + _PAGE],
        data[one : one + _PAGE],
    )


def _repeat_block(chance: random.Random, data: bytearray) -> None:
    """As a device does that writes a block to the wrong place."""
    size = chance.choice((512, _PAGE))
    source, target = (size * block for block in chance.sample(range(len(data) // size), 2))
    data[target : target + size] = data[source : source + size]


def _zero_sector(chance: random.Random, data: bytearray) -> None:
    at = 512 * chance.randrange(len(data) // 512)
    data[at : at + 512] = bytes(512)


def _cut(chance: random.Random, data: bytearray) -> None:
    del data[chance.randrange(1, len(data)) :]


def _cut_pages(chance: random.Random, data: bytearray) -> None:
    del data[_PAGE * chance.randrange(1, len(data) // _PAGE) :]


def _append(chance: random.Random, data: bytearray) -> None:
    data += chance.randbytes(chance.randrange(1, 3 * _PAGE))


def _insert(chance: random.Random, data: bytearray) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.randbytes(chance.randrange(1, 64))


def _change_text(chance: random.Random, data: bytearray) -> None:
    """One figure or letter for another: nothing but a digest can see it."""
    letters = [at for at, byte in enumerate(data) if chr(byte).isascii() and chr(byte).isalnum()]
    data[chance.choice(letters)] = ord(chance.choice("0123456789abcdef"))


DAMAGES: dict[str, Damage] = {
    "one bit": _flip(1),
    "two bits": _flip(2),
    "forty bits": _flip(40),
    "another letter": _change_text,
    "a page of zeros": _zero_page,
    "a sector of zeros": _zero_sector,
    "two pages swapped": _swap_pages,
    "a block in the wrong place": _repeat_block,
    "cut off": _cut,
    "cut off at a page": _cut_pages,
    "bytes at the end": _append,
    "bytes in the middle": _insert,
}
