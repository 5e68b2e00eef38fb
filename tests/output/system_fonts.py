"""A PC's own fonts to arrange tests with: small ones, made of the bundled Hei, which looks unlike Song."""

from pathlib import Path

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTCollection, TTFont

from selfeval_desktop import paths
from selfeval_desktop.output.pdf.fonts import EMPTY_BOX, HEI

CHARACTERS = f"财政项目支出绩效自评表宣传与推广年度0123456789.,%第页共 {EMPTY_BOX}"


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the folder be the only one in which this PC keeps fonts."""
    monkeypatch.setattr(paths, "_font_folders", lambda: (folder,))
    monkeypatch.setattr(paths, "_installed_fonts", paths._installed_fonts.__wrapped__)


def make_font(path: Path, *, family: str = "Probe", permission: int = 0) -> Path:
    """A font of a few characters in that file; a .ttc holds it twice."""
    font = TTFont(paths.font_folder() / f"{HEI}.ttf")
    subsetter = Subsetter()
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    font["OS/2"].fsType = permission
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6, 16}:
            record.string = family
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".ttc":
        collection = TTCollection()
        collection.fonts = [font, font]
        collection.save(path)
    else:
        font.save(path)
    return path
