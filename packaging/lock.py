"""Writes the lists of wheels that the packages are built from: exact versions with the hashes of their files.

Run it where PyPI is reached, after a change of dependencies: `python packaging/lock.py`. The lists are committed; the
builds take nothing else. A dependency that only the other system's markers ask for is not seen by pip, which reads
markers as on this system: it fails here, so that it can be named in EXTRA.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = ["--platform=win_amd64", "--python-version=3.13", "--implementation=cp", "--abi=cp313"]
LINUX = [
    *(f"--platform=manylinux_2_{minor}_x86_64" for minor in (28, 27, 17, 12)),
    *("--platform=manylinux2014_x86_64", "--python-version=3.11", "--implementation=cp", "--abi=cp311"),
]
MARKED = {
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "python_version": "3.13",
                "platform_machine": "AMD64", "python_full_version": "3.13.2"},
    "linux": {"python_version": "3.11", "python_full_version": "3.11.2"},
}  # fmt: skip
EXTRA = {"windows/test-wheels.txt": ["colorama>=0.4.6,<0.5"]}
"""What only Windows asks for: pytest colours with it."""
TOOLS = {"linux/tools.txt": ["ziglang>=0.17,<0.18"], "parts-tools.txt": ["cyclonedx-python-lib>=11,<12"]}
"""What the builds work with and no package holds."""
# Checkers of style and types have nothing to do with what runs.
NOT_TESTING = ("ruff", "mypy", "import-linter", "pytest-cov")


def wanted(group: str | None) -> list[str]:
    """The requirements of the program, or of its tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    program: list[str] = project["dependencies"]
    if group is None:
        return program
    named = [text for text in project["optional-dependencies"][group] if not text.startswith(NOT_TESTING)]
    return [*program, *named]


def resolve(requirements: list[str], platform: list[str]) -> list[dict]:
    """What pip would install for the platform, as its report tells it."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed",
             f"--target={folder}/none", f"--report={report}", "--only-binary=:all:", *platform, "--abi=abi3",
             "--abi=none", *requirements],
            check=True,
        )  # fmt: skip
        return json.loads(report.read_text("utf-8"))["install"]


def check_markers(items: list[dict], environment: dict[str, str]) -> None:
    """Exit where the other system's markers ask for a package that is not in the list."""
    names = {normal(item["metadata"]["name"]) for item in items}
    for item in items:
        for text in item["metadata"].get("requires_dist", []):
            asked = Requirement(text)
            if asked.marker and not asked.marker.evaluate({**environment, "extra": ""}):
                continue
            if normal(asked.name) not in names:
                sys.exit(f"{item['metadata']['name']} asks for {text}")


def normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def write_list(name: str, group: str | None, platform: list[str], without: frozenset[str] = frozenset()) -> frozenset:
    """Write one list, less the packages `without`; the names in it."""
    items = resolve(TOOLS.get(name) or [*wanted(group), *EXTRA.get(name, [])], platform)
    check_markers(items, MARKED["windows" if name.startswith("windows/") else "linux"])
    lines = ["# Written by packaging/lock.py. Exact wheels, by hash; no other file goes into a package.\n"]
    for item in sorted(items, key=lambda item: normal(item["metadata"]["name"])):
        title = normal(item["metadata"]["name"])
        if title not in without:
            digest = item["download_info"]["archive_info"]["hashes"]["sha256"]
            lines.append(f"{title}=={item['metadata']['version']} --hash=sha256:{digest}\n")
    (ROOT / "packaging" / name).write_text("".join(lines), "utf-8")
    print(f"{name}: {len(lines) - 1}")
    return frozenset(normal(item["metadata"]["name"]) for item in items)


if __name__ == "__main__":
    program = write_list("windows/wheels.txt", None, WINDOWS)
    write_list("windows/test-wheels.txt", "dev", WINDOWS, without=program)
    write_list("linux/wheels.txt", None, LINUX)
    for tools in TOOLS:
        write_list(tools, None, LINUX)
