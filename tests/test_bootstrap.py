"""What the program is built of, and that nothing heavy comes before it is needed."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from selfeval_desktop import bootstrap
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from tests.builders import complete_form, mof_2020

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from selfeval_desktop.app.handover import HandOverPackages
    from selfeval_desktop.app.paper.packages import PackageWriter
    from selfeval_desktop.app.ports.documents import IncomingReader, PageMaker, PaperCode, Writer
    from selfeval_desktop.app.ports.ledgers import Ledgers
    from selfeval_desktop.app.ports.safety import Backups, RunMarkers
    from selfeval_desktop.app.ports.session import Templates
    from selfeval_desktop.codec.ledger_texts import paper_code
    from selfeval_desktop.intake.forms.incoming import open_reader
    from selfeval_desktop.output.docx import write_docx
    from selfeval_desktop.output.files import write_json
    from selfeval_desktop.output.indicator_list import write_indicator_list
    from selfeval_desktop.output.package import write_package
    from selfeval_desktop.output.pdf.pages import pages_of
    from selfeval_desktop.output.pdf.writer import write_pdf
    from selfeval_desktop.output.xlsx import write_xlsx
    from selfeval_desktop.storage.copies.handover_files import HandOverFiles
    from selfeval_desktop.storage.copies.restoring import BackupFiles
    from selfeval_desktop.storage.file.opening import SqliteLedgers
    from selfeval_desktop.storage.file.run_markers import RunMarkerFiles

    # What `later` names by strings, compared with the ports by mypy.
    WRITERS: tuple[Writer, ...] = (write_pdf, write_xlsx, write_docx, write_indicator_list, write_json)
    PAPER: tuple[PageMaker, PaperCode, PackageWriter] = (pages_of, paper_code, write_package)
    READER: Callable[[Templates], AbstractContextManager[IncomingReader]] = open_reader
    FILES: tuple[type[Ledgers], type[Backups], type[HandOverPackages], type[RunMarkers]] = (
        SqliteLedgers,
        BackupFiles,
        HandOverFiles,
        RunMarkerFiles,
    )

ROOT = Path(__file__).parents[1]
HEAVY = ("sqlalchemy", "alembic", "reportlab", "xlsxwriter")


def test_the_services_come_without_heavy_packages() -> None:
    script = f"import sys; from selfeval_desktop.bootstrap import build_services; build_services(); print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_what_is_loaded_later_is_there() -> None:
    targets = re.findall(r'later\(\s*"([\w.]+):(\w+)"', Path(bootstrap.__file__).read_text("utf-8"))
    assert len(targets) > 20
    for module, name in targets:
        assert callable(getattr(import_module(f"selfeval_desktop.{module}"), name))


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
