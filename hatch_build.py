"""Puts resources/ and the built translations into the wheel; an editable install finds them in the checkout."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def build_translations(sources: Path, built: Path) -> list[Path]:
    """Make one .qm in `built` of every .ts in `sources`, where it is missing or older; return them all.

    An unpacked source archive carries its .qm files, so that building a wheel of it needs no Qt.
    """
    built.mkdir(parents=True, exist_ok=True)
    results = []
    for source in sorted(sources.glob("*.ts")):
        result = built / f"{source.stem}.qm"
        results.append(result)
        if result.exists() and result.stat().st_mtime >= source.stat().st_mtime:
            continue
        lrelease = shutil.which("pyside6-lrelease") or shutil.which("lrelease")
        if lrelease is None:
            raise RuntimeError(f"{source.name} needs lrelease: run `make translations` first")
        subprocess.run([lrelease, "-silent", str(source), "-qm", str(result)], check=True)
    return results


class ResourcesHook(BuildHookInterface[Any]):
    """Adds to a wheel or source archive what lies outside the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the translations and list them, with the resources, for inclusion."""
        if version == "editable":
            return
        root = Path(self.root)
        built = build_translations(root / "translations", root / "build" / "translations")
        wheel = self.target_name == "wheel"
        folder = "selfeval_desktop/translations" if wheel else "build/translations"
        include = build_data.setdefault("force_include", {})
        include.update({str(path): f"{folder}/{path.name}" for path in built})
        if wheel:
            include[str(root / "resources")] = "selfeval_desktop/resources"
            # 关于本程序 shows it; the copy among the metadata is for those who install it.
            include[str(root / "LICENSE")] = "selfeval_desktop/LICENSE"
            # 更新内容 shows it.
            include[str(root / "CHANGELOG.md")] = "selfeval_desktop/CHANGELOG.md"
