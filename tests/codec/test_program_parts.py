"""The parts of the program, read from a CycloneDX list and from what is installed."""

import json
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import BadResource, UnreadableFile
from selfeval_desktop.app.program_parts import ProgramPart
from selfeval_desktop.codec.program_parts import installed_parts, read_parts, resource_parts


def test_a_list_gives_its_parts_by_name(tmp_path: Path) -> None:
    path = tmp_path / "parts.cdx.json"
    licence = {"license": {"id": "MIT", "text": {"content": "许可全文"}}}
    components = [
        {"type": "library", "name": "zlib", "version": "1.3", "licenses": [licence]},
        {"type": "library", "name": "Qt", "licenses": [{"expression": "LGPL-3.0-only OR GPL-3.0-only"}]},
        {"type": "file", "name": "表", "version": "2"},
    ]
    path.write_text(json.dumps({"bomFormat": "CycloneDX", "components": components}), "utf-8")
    assert read_parts(path) == (
        ProgramPart("Qt", "", "LGPL-3.0-only OR GPL-3.0-only"),
        ProgramPart("zlib", "1.3", "MIT", "许可全文"),
        ProgramPart("表", "2", ""),
    )


@pytest.mark.parametrize("content", [b"", b"[]", b'{"components": [{}]}', b"\xff"])
def test_a_list_that_is_none_is_a_bad_resource(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "parts.cdx.json"
    path.write_bytes(content)
    with pytest.raises(BadResource):
        read_parts(path)


def test_a_list_that_is_gone_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_parts(tmp_path / "parts.cdx.json")


def test_in_a_checkout_the_installed_libraries_are_told_with_their_licences() -> None:
    parts = {part.name.lower(): part for part in installed_parts()}
    assert {"pyside6_essentials", "sqlalchemy", "reportlab", "click"} <= set(parts)
    assert "selfeval-desktop" not in parts
    assert "pytest" not in parts
    assert all(part.version and part.licence for part in parts.values()), parts
    assert "Permission is hereby granted" in parts["sqlalchemy"].text


def test_the_libraries_of_a_folder_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "thing-1.0.dist-info"
    (folder / "licenses").mkdir(parents=True)
    (folder / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: thing\nVersion: 1.0\nClassifier: License :: OSI Approved :: BSD License\n",
        "utf-8",
    )
    (folder / "licenses" / "COPYING").write_text("do as you like", "utf-8")
    (folder / "RECORD").write_text("thing-1.0.dist-info/licenses/COPYING,,\nthing.py,,\n", "utf-8")
    assert installed_parts(tmp_path) == (ProgramPart("thing", "1.0", "BSD License", "do as you like"),)


def test_fonts_and_icons_bring_their_licences() -> None:
    parts = resource_parts(paths.resource_folder())
    assert all(part.licence and len(part.text) > 500 for part in parts)
    assert "SIL OPEN FONT LICENSE" in parts[0].text
