"""What can be undone of a ledger as a whole, one class for each kind of step. `LedgerSession` does the work."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.undo import UndoableStep
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.units import Unit

if TYPE_CHECKING:
    from selfeval_desktop.app.ledger.open_ledger import LedgerSession


class _UnmergedStep:
    """A step that never merges with another."""

    __slots__ = ()

    @property
    def merge_key(self) -> str:
        """None."""
        return ""

    def merged_with(self, later: UndoableStep) -> UndoableStep:
        """Never asked for."""
        raise NotImplementedError


@dataclass(slots=True)
class AssignedIds:
    """The ids that a ledger gave to the forms of one step, once it was done for the first time."""

    of_forms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AddForms(_UnmergedStep):
    """New forms, from nothing, a copy or a file."""

    ledger: "LedgerSession"
    drafts: tuple[Draft, ...]
    label: str
    ids: AssignedIds

    def redo(self) -> None:
        """Store them."""
        self.ledger.store_new_forms(self.ids, self.drafts)

    def undo(self) -> None:
        """Take them out again."""
        self.ledger.remove_forms(self.ids.of_forms)


@dataclass(frozen=True, slots=True)
class DeleteForms(_UnmergedStep):
    """Forms moved to the recycle bin."""

    ledger: "LedgerSession"
    form_ids: tuple[int, ...]
    label: str

    def redo(self) -> None:
        """Take them out."""
        self.ledger.remove_forms(self.form_ids)

    def undo(self) -> None:
        """Bring them back."""
        self.ledger.undelete_forms(self.form_ids)


@dataclass(frozen=True, slots=True)
class RestoreForms(_UnmergedStep):
    """Forms brought back from the recycle bin."""

    ledger: "LedgerSession"
    form_ids: tuple[int, ...]
    label: str

    def redo(self) -> None:
        """Bring them back."""
        self.ledger.undelete_forms(self.form_ids)

    def undo(self) -> None:
        """Take them out again."""
        self.ledger.remove_forms(self.form_ids)


@dataclass(frozen=True, slots=True)
class ChangeForms(_UnmergedStep):
    """Several forms replaced at once."""

    ledger: "LedgerSession"
    before: Mapping[int, Form]
    after: Mapping[int, Form]
    label: str

    def redo(self) -> None:
        """Put the later ones."""
        self.ledger.replace_forms(self.after)

    def undo(self) -> None:
        """Put the earlier ones."""
        self.ledger.replace_forms(self.before)


@dataclass(frozen=True, slots=True)
class ChangeUnits(_UnmergedStep):
    """Reporting units replaced by others."""

    ledger: "LedgerSession"
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    label: str

    def redo(self) -> None:
        """Keep the later ones."""
        self.ledger.save_units(self.after)

    def undo(self) -> None:
        """Keep the earlier ones."""
        self.ledger.save_units(self.before)


@dataclass(frozen=True, slots=True)
class SwitchRules(_UnmergedStep):
    """Rules that the ledger does without, replaced by others."""

    ledger: "LedgerSession"
    before: frozenset[str]
    after: frozenset[str]
    label: str

    def redo(self) -> None:
        """Do without the later ones."""
        self.ledger.turn_rules_off(self.after)

    def undo(self) -> None:
        """Do without the earlier ones."""
        self.ledger.turn_rules_off(self.before)
