"""What the builds of packages say of size, and the sheet of hashes that goes out with the files."""

import hashlib
import importlib.util
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "delivery.py"


@pytest.fixture(scope="module")
def delivery() -> ModuleType:
    """The script, which the builds import."""
    described = importlib.util.spec_from_file_location("delivery", SCRIPT)
    assert described is not None
    assert described.loader is not None
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    return module


def test_what_is_too_large_ends_the_build_with_a_sentence(
    delivery: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    delivery.check_size("文件夹", 155_000_000, 155_000_000)
    assert capsys.readouterr().out == "文件夹：155.0 MB，上限 155 MB\n"
    with pytest.raises(SystemExit, match=r"^文件夹 超过了上限，打包停止。"):
        delivery.check_size("文件夹", 155_000_001, 155_000_000)


def test_the_sheet_of_hashes_names_each_file_beside_it_once(delivery: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "绩效自评").mkdir()
    for name in ("selfeval-1.0.0-windows.zip", "说明.txt"):
        (tmp_path / name).write_bytes(name.encode())
    for _ in range(2):
        delivery.write_hash_sheet(tmp_path, "1.0.0")
    sheet = tmp_path / "selfeval-1.0.0-sha256.txt"
    entries = [line for line in sheet.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert entries == [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("selfeval-1.0.0-windows.zip", "说明.txt")
    ]


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum of GNU reads the sheet")
def test_sha256sum_reads_the_sheet_and_finds_a_changed_file(delivery: ModuleType, tmp_path: Path) -> None:
    changed = tmp_path / "selfeval-1.0.0-windows.zip"
    changed.write_bytes(b"as built")
    delivery.write_hash_sheet(tmp_path, "1.0.0")
    command = ["sha256sum", "--check", "--strict", "--quiet", "selfeval-1.0.0-sha256.txt"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
    changed.write_bytes(b"as it was changed")
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 1
