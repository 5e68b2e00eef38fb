"""What the program is built of, and that nothing heavy comes before it is needed."""

import subprocess
import sys
from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from tests.builders import complete_form, mof_2020

ROOT = Path(__file__).parents[1]
HEAVY = ("sqlalchemy", "alembic", "reportlab", "xlsxwriter")


def test_the_services_come_without_heavy_packages() -> None:
    script = f"import sys; from selfeval_desktop.bootstrap import services; services(); print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_the_examples_are_five_forms_without_errors() -> None:
    examples = bootstrap.build_services().examples()
    assert len(examples) == 5
    assert not any(evaluate(form, mof_2020()).has_errors for form in examples)


def test_idle_time_loads_what_is_needed_later_and_comes_to_an_end() -> None:
    preload = bootstrap.build_services().preload
    assert sum(iter(preload, False)) > 0
    assert preload() is False
    assert set(HEAVY) - {"xlsxwriter", "alembic"} <= set(sys.modules)


def test_every_kind_of_file_has_a_writer(tmp_path: Path) -> None:
    services = bootstrap.build_services()
    store = services.ledgers.create_ledger_file(tmp_path / "L.selfeval")
    try:
        form = complete_form()
        store.insert_forms([Draft(form, evaluate(form, mof_2020()))])
        paperwork = Paperwork(services.templates, services.paper_code, "草稿")
        printouts = [each.printout for each in paperwork.build_outputs(store, (1,))]
    finally:
        store.close()
    for kind, write in services.writers.items():
        if kind != "list":
            assert write(printouts, tmp_path / f"x.{kind}") == (tmp_path / f"x.{kind}",)
    assert {path.suffix for path in tmp_path.glob("x.*")} == {".pdf", ".xlsx", ".docx", ".json"}
    assert "list" in services.writers


def test_pages_are_laid_out_for_the_preview() -> None:
    services = bootstrap.build_services()
    form = complete_form()
    paperwork = Paperwork(services.templates, services.paper_code, "草稿")
    assert len(services.pages(paperwork.build_output(1, form).printout)) == 1
