"""Commands as tests give them: in this process, with exit code and both streams."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from selfeval_desktop import cli
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.form import Form
from tests.builders import complete_form


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


Command = Callable[..., Said]


@pytest.fixture
def selfeval(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command in an empty folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments: object) -> Said:
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return run


def json_file(path: str, *forms: Form) -> Path:
    """A file of these forms; one complete form when none is given."""
    target = Path(path)
    target.write_bytes(form_json.write_forms(forms or (complete_form(),)))
    return target


@pytest.fixture
def ledger(selfeval: Command) -> Path:
    """A ledger with three forms: 1 and 3 complete, 2 without an outcome."""
    unfinished = complete_form(project_name="课题与规划", goals=complete_form().goals.__class__("完成课题。", ""))
    forms = (complete_form(), unfinished, complete_form(project_name="维稳工作"))
    selfeval("import", "L.selfeval", json_file("forms.json", *forms))
    return Path("L.selfeval")


def snapshot(*paths: Path) -> list[Any]:
    """Bytes and time of files, and what else lies in the folder: equal when nothing was changed."""
    return [
        *((path.read_bytes(), path.stat().st_mtime_ns) for path in paths if path.is_file()),
        sorted(_names(Path())),
    ]


def _names(folder: Path) -> Iterable[str]:
    return (str(path) for path in folder.rglob("*"))
