"""The parts list of a package: the works of others inside it, with version and licence, as CycloneDX.

It goes into the package, where 关于本程序 shows it. The document itself is written by cyclonedx-python-lib, which is
fetched by hash (parts-tools.txt) into build/ and is no part of any package.
"""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

from folder import ROOT, download, install, program_version

from selfeval_desktop.app.program_parts import ProgramPart
from selfeval_desktop.codec.program_parts import installed_parts, resource_parts

HERE = Path(__file__).resolve().parent
NAME = "parts.cdx.json"
WORK = ROOT / "build" / "parts"
_LGPL = ("pyside6", "shiboken6")
"""Wheels that name the LGPL and bring no text of it."""


def write_parts_list(site: Path, system: str, further: Iterable[ProgramPart], target: Path) -> None:
    """Write the list of what lies in `site`, of what every package for the system holds, and of `further` parts."""
    libraries = [_with_text(part) for part in installed_parts(site)]
    parts = [*libraries, *resource_parts(ROOT / "resources"), *named_parts(system), *further]
    untold = [part.name for part in parts if not (part.licence and part.text)]
    if untold:
        sys.exit(f"without licence or its text: {', '.join(untold)}")
    tools = WORK / "tools"
    download(HERE / "parts-tools.txt", WORK / "wheels")
    install(WORK / "wheels", tools, HERE / "parts-tools.txt")
    told = json.dumps({"version": program_version(), "parts": [asdict(part) for part in parts]})
    done = subprocess.run([sys.executable, HERE / "write_cyclonedx.py"], input=told, capture_output=True, text=True,
                          encoding="utf-8", env={**os.environ, "PYTHONPATH": str(tools), "PYTHONUTF8": "1"}, check=True)  # fmt: skip
    target.write_text(done.stdout, "utf-8", newline="\n")
    print(f"{target.name}: {len(parts)}")


def named_parts(system: str) -> list[ProgramPart]:
    """The parts that parts.toml names for the system."""
    rows = tomllib.loads((HERE / "parts.toml").read_text("utf-8"))["part"]
    return [
        ProgramPart(row["name"], row["version"], row["licence"], licence_text(*row["texts"]))
        for row in rows
        if system in row["systems"]
    ]


def licence_text(*names: str) -> str:
    return "\n\n".join((HERE / "licences" / name).read_text("utf-8") for name in names)


def _with_text(part: ProgramPart) -> ProgramPart:
    if part.text or not part.name.lower().startswith(_LGPL):
        return part
    return replace(part, text=licence_text("LGPL-3.0.txt", "GPL-3.0.txt"))
