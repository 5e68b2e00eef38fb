"""Archives are the same bytes for the same files, and lead nowhere outside."""

import io
import re
import zipfile

import pytest

from selfeval_desktop.output.files import zip_bytes


def test_order_names_and_content_are_kept_without_a_clock() -> None:
    files = {"二/甲.pdf": b"%PDF" * 100, "一.json": b"[" * 1000}
    data = zip_bytes(files)
    assert data == zip_bytes(files)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == files
        packed = [entry.compress_type for entry in archive.infolist()]
        assert packed == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\b", "C:a", "a//b", "a/./b"])
def test_a_name_that_leads_outside_is_a_fault(name: str) -> None:
    with pytest.raises(ValueError, match=re.escape(name)):
        zip_bytes({name: b""})
