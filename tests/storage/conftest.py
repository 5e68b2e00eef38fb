"""A ledger of real files in a temporary folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.builders import QUESTION

Open = Callable[..., LedgerForms]


@pytest.fixture
def ledgers() -> SqliteLedgers:
    return SqliteLedgers(TemplateFolder(paths.template_folder()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / f"台账 #1 100%{QUESTION}.selfeval"


@pytest.fixture
def store(ledgers: SqliteLedgers, path: Path) -> Iterator[LedgerForms]:
    """A new, empty ledger."""
    made = ledgers.create_ledger_file(path)
    yield made
    made.close()


@pytest.fixture
def opened(ledgers: SqliteLedgers) -> Iterator[Open]:
    """`ledgers.open`, each closed in the end."""
    kept: list[LedgerForms] = []

    def _open(path: Path, *, read_only: bool = False) -> LedgerForms:
        kept.append(ledgers.open_ledger_file(path, read_only=read_only))
        return kept[-1]

    yield _open
    for one in kept:
        one.close()
