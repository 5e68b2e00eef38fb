"""LibreOffice making PDFs of Word files."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

from selfeval_desktop import paths

_NO_OFFICE = (
    "没有与 LibreOffice 比较：没有安装。请由管理员执行 "
    "sudo apt-get install --no-install-recommends libreoffice-writer-nogui"
)
_NO_DOCX = "没有与 LibreOffice 比较：缺少 python-docx，make bench 会安装它。"
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>
"""


def lacking() -> str:
    """Why nothing can be compared, with what to do about it; empty when all is there."""
    if shutil.which("soffice") is None:
        return _NO_OFFICE
    return _NO_DOCX if find_spec("docx") is None else ""


class LibreOffice:
    """LibreOffice without a window, with a profile of its own and the program's fonts."""

    def __init__(self, folder: Path) -> None:
        self._target = folder / "pdf"
        self._profile = (folder / "profile").as_uri()
        fonts = folder / "fonts.conf"
        fonts.write_text(_FONTS.format(escape(str(paths.font_folder()))), "utf-8")
        self._environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}

    def conversion(self, files: Sequence[Path]) -> Callable[[], None]:
        """One process that makes a PDF of each of these files; done when it has ended."""
        command = ["soffice", f"-env:UserInstallation={self._profile}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", str(self._target), *map(str, files)]

        def run() -> None:
            shutil.rmtree(self._target, ignore_errors=True)
            subprocess.run(command, check=True, capture_output=True, env=self._environment)
            if len(list(self._target.iterdir())) != len(files):
                raise SystemExit("soffice: 没有生成全部 PDF")

        return run
