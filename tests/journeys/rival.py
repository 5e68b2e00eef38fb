"""One of two writers of one ledger whose lock was taken away: `python -m tests.journeys.rival LEDGER SEED SECONDS`.

Every edit adds a mark of its own to a text; what was told saved is printed, one mark a line.
"""

import random
import sys
import time
from contextlib import suppress
from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import ChangedElsewhere, LedgerInUse, StaleLedger, UnknownForm
from selfeval_desktop.app.ledger import conflicts
from selfeval_desktop.app.ledger.conflicts import ConflictChoice
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from tests.fakes import StepList

FIELDS = (FieldRef.goal("actual"), FieldRef.goal("expected"), FieldRef.head("unit"))


class Writer:
    """Works as the window does: edits, saves after some of them, looks now and then, decides conflicts."""

    def __init__(self, path: Path, seed: int) -> None:
        path.with_name(f".~lock.{path.name}").unlink(missing_ok=True)
        self._chance, self._name, self._count = random.Random(seed), f"w{seed}", 0
        self._ledger = LedgerSession(
            bootstrap.ledger_files().open_ledger_file(path),
            FormSession(StepList(), bootstrap.installed_templates()),
        )
        self._unsaved: list[str] = []
        self.saved: list[str] = []

    def act(self) -> None:
        """One thing that a user does."""
        deed = self._chance.choice((self._edit, self._edit, self._edit, self._save, self._look, self._go))
        try:
            deed()
        except ChangedElsewhere:
            self._decide()
        except (LedgerInUse, StaleLedger, UnknownForm):
            # Told to the user, who goes on.
            pass

    def finish(self) -> None:
        """Save what is left and close."""
        while self._unsaved:
            try:
                self._save()
            except ChangedElsewhere:
                self._decide()
            except (LedgerInUse, StaleLedger):
                time.sleep(0.01)
        self._ledger.close()

    def _edit(self) -> None:
        state = self._ledger.session.state
        if state is None:
            self._go()
            return
        self._count += 1
        mark = f"{self._name}.{self._count};"
        field = self._chance.choice(FIELDS)
        form = edits.set_cell(state.form, field, edits.cell_text(state.form, field) + mark)
        self._ledger.session.change_form(form, label="")
        self._unsaved.append(mark)

    def _save(self) -> None:
        self._ledger.save_open_form()
        self.saved += self._unsaved
        self._unsaved.clear()

    def _look(self) -> None:
        if self._ledger.store.has_outside_changes():
            conflicts.adopt_outside_changes(self._ledger)

    def _go(self) -> None:
        self._save()
        ids = [summary.form_id for summary in self._ledger.summaries]
        self._ledger.open_form(self._chance.choice(ids))

    def _decide(self) -> None:
        way = self._chance.choice(tuple(ConflictChoice))
        with suppress(ChangedElsewhere, LedgerInUse, StaleLedger):
            conflicts.resolve_conflict(self._ledger, way, "")
            if way is ConflictChoice.THEIRS:
                self._unsaved.clear()


def main() -> None:
    path, seed, seconds = sys.argv[1:]
    writer = Writer(Path(path), int(seed))
    print("open", flush=True)
    end = time.monotonic() + float(seconds)
    while time.monotonic() < end:
        writer.act()
    writer.finish()
    print(*writer.saved, sep="\n", flush=True)


if __name__ == "__main__":
    main()
