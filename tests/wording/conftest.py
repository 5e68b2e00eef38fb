"""English for tests of words."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from selfeval_desktop import paths
from selfeval_desktop.wording import language

ROOT = Path(__file__).parents[2]


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication) -> Iterator[None]:
    """English is built and offered; Chinese is spoken again after the test."""
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    built = tmp_path / "selfeval_en.qm"
    source = ROOT / "translations" / "selfeval_en.ts"
    subprocess.run([lrelease, "-silent", source, "-qm", built], check=True)
    monkeypatch.setattr(paths, "translation_folder", lambda: tmp_path)
    yield
    language.switch_language(language.SOURCE)
