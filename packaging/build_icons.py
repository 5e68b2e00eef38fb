"""Makes resources/icons from the Lucide set: each drawing under the name of what it means here.

Run it where npm is: `python packaging/build_icons.py`. The results are committed. `app.svg` is our own drawing and
stays as it is. The strokes keep `currentColor`, so that the theme colours them.
"""

import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
LUCIDE = "lucide-static@1.62.0"
DRAWINGS = {
    "new_form": "file-plus",
    "duplicate": "copy",
    "delete": "trash-2",
    "insert_row": "between-horizontal-start",
    "delete_row": "list-x",
    "move_up": "arrow-up",
    "move_down": "arrow-down",
    "undo": "undo-2",
    "redo": "redo-2",
    "check": "list-checks",
    "print": "printer",
    "preview": "eye",
    "export": "file-up",
    "import": "file-down",
    "carry_over": "calendar-sync",
    "error": "circle-x",
    "warning": "triangle-alert",
    "hint": "info",
    "ok": "circle-check",
    "search": "search",
    "open": "folder-open",
    "ledger": "book-open",
    "settings": "settings",
    "language": "languages",
    "exit": "log-out",
    "clear": "x",
    "calculated": "calculator",
    "attachment": "paperclip",
    "paste": "clipboard-paste",
    "fill_down": "arrow-down-to-line",
    "duplicate_row": "copy-plus",
    "filter": "funnel",
    "note": "sticky-note",
    "confirm": "check-check",
    "help": "circle-question-mark",
    "library": "library",
    "reasons": "message-square-quote",
    "unit": "building-2",
}


def build(folder: Path) -> None:
    """Write the drawings, each on one line, and the set's licence."""
    name = subprocess.run(
        ["npm", "pack", "--silent", LUCIDE], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    with tarfile.open(folder / name) as archive:
        archive.extractall(folder, filter="data")
    for meaning, drawing in DRAWINGS.items():
        text = (folder / "package" / "icons" / f"{drawing}.svg").read_text("utf-8")
        text = re.sub(r"<!--.*?-->\s*", "", re.sub(r'\s*class="[^"]*"', "", text))
        text = re.sub(r"\s+", " ", text).replace("> <", "><").replace(" >", ">").strip()
        (ICONS / f"{meaning}.svg").write_text(text + "\n", "utf-8")
    (ICONS / "LICENSE.txt").write_bytes((folder / "package" / "LICENSE").read_bytes())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        build(Path(temporary))
    print(f"{len(DRAWINGS)} icons of {LUCIDE}")
