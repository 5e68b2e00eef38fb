"""What the program writes comes back the same from LibreOffice; left out where that is not installed.

SELFEVAL_FORMS may name a folder of JSON forms that make the trip as well.
"""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout.sheet import Sheet, lay_out
from selfeval_desktop.intake.forms import incoming
from tests.given import FORMS
from tests.output.sheets import printout

Converter = Callable[[Sequence[Path], str], list[Path]]
TEMPLATES = bootstrap.installed_templates()
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice with its Calc and Writer")


@pytest.fixture
def convert(tmp_path: Path) -> Converter:
    """Has LibreOffice open files and save them as another kind."""
    profile = (tmp_path / "profile").as_uri()

    def convert(files: Sequence[Path], kind: str) -> list[Path]:
        target = tmp_path / f"to-{kind}-{files[0].suffix[1:]}"
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", str(target), *map(str, files)], check=True, capture_output=True)
        return [target / f"{file.stem}.{kind}" for file in files]

    return convert


def laid_out(form: Form) -> Sheet:
    template = template_of(form, TEMPLATES)
    return lay_out(form, template, evaluate(form, template))


@pytest.mark.parametrize("kinds", [("xlsx", "xlsx"), ("docx", "docx"), ("xlsx", "ods", "xlsx")])
def test_every_printed_cell_comes_back_from_a_trip(kinds: Sequence[str], convert: Converter, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.{kinds[0]}" for number in range(len(FORMS))]
    for form, file in zip(FORMS.values(), files, strict=True):
        bootstrap.form_writers()[kinds[0]]([printout(form)], file)
    for kind in kinds[1:]:
        files = convert(files, kind)
    with incoming.open_reader(TEMPLATES) as read:
        for form, file in zip(FORMS.values(), files, strict=True):
            readings = read(file).found[0].readings
            (reading,) = (each for each in readings if each.form.template == form.template)
            assert laid_out(reading.form) == laid_out(form)
