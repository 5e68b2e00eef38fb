"""Each page of each example as printed, and the papers beside the forms."""

import tempfile
from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.documents import BlankFormRequest, SummaryRequest
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.domain.layout import masking
from selfeval_desktop.domain.layout.masking import Masks
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.lists.batch_lists import cover_printout
from selfeval_desktop.wording.lists.year_summary import year_summary_printout
from tests.screens.camera import draw_pages
from tests.screens.forms import fill

# What the public copy does not show.
HIDDEN_CELLS = ("unit", "funds.current_year.annual", "funds.total.annual", "indicators[1].level3")
HIDDEN_WORDS = ("系统",)


def print_examples() -> None:
    """Each page of each example as printed."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "示例台账.selfeval"
        fill(ledger)
        store = bootstrap.ledger_files().open_ledger_file(ledger)
        paperwork = Paperwork(bootstrap.installed_templates(), bootstrap.paper_code, labels.draft_mark())
        for form_id in (summary.form_id for summary in store.form_summaries()):
            (made,) = paperwork.build_outputs(store, (form_id,))
            (path,) = bootstrap.form_writers()["pdf"]([made.printout], Path(folder) / f"{form_id}.pdf")
            draw_pages(path, f"paper-{form_id}")
        print_documents(store, paperwork, Path(folder))
        store.close()


def print_documents(store: FormStore, paperwork: Paperwork, folder: Path) -> None:
    """The papers beside the forms: cover list, a year's summary, a public copy, a blank."""
    made = paperwork.build_outputs(store, [summary.form_id for summary in store.form_summaries()])
    sheet = made[0].printout.sheet
    cells = frozenset(masking.cell_position(cell) for cell in sheet.cells if str(cell.field) in HIDDEN_CELLS)
    for name, printout in (
        ("cover", cover_printout(made, [1] * len(made), copies=2)),
        ("summary", year_summary_printout(store, paperwork, SummaryRequest(2023, subtotals=True))),
        ("public", documents.public_copy(made[0], Masks(cells, HIDDEN_WORDS))),
        (
            "blank",
            documents.blank_form_printout(paperwork, BlankFormRequest("mof-2020", made[0].form.money_unit)),
        ),
    ):
        (path,) = bootstrap.form_writers()["pdf"]([printout], folder / f"{name}.pdf")
        draw_pages(path, f"paper-{name}")
