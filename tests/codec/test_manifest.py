"""A package says which files it holds, for people and for programs."""

import json
from hashlib import sha256

from selfeval_desktop.codec import manifests

FILES = {"a/甲.pdf": b"%PDF", "b.json": b"[]"}


def test_each_file_is_described() -> None:
    described = manifests.list_packed_files(FILES, {"a/甲.pdf": "4XZ6R1GF"})
    assert [(each.path, each.size, each.sha256, each.code) for each in described] == [
        ("a/甲.pdf", 4, sha256(b"%PDF").hexdigest(), "4XZ6R1GF"),
        ("b.json", 2, sha256(b"[]").hexdigest(), ""),
    ]


def test_people_read_lines_that_every_editor_shows() -> None:
    data = manifests.manifest_text(manifests.list_packed_files(FILES, {"a/甲.pdf": "4XZ6R1GF"}))
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[1] == "共 2 个文件"
    assert lines[4] == f"a/甲.pdf\t4\t{sha256(b'%PDF').hexdigest()}\t4XZ6-R1GF"
    assert lines[5] == f"b.json\t2\t{sha256(b'[]').hexdigest()}"
    assert lines[6:] == [""]


def test_programs_read_the_same() -> None:
    described = manifests.list_packed_files(FILES, {})
    document = json.loads(manifests.manifest_json(described))
    assert document["format"] == "selfeval-package/1"
    assert document["files"][1] == {
        "path": "b.json", "size": 2, "sha256": sha256(b"[]").hexdigest(), "code": "",
    }  # fmt: skip
