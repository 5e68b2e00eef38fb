"""Pictures of the window and of the printed examples, in build/screens: what `make screens` leaves to look at.

The window is as large as a screen of 1366×768 pixels: in Chinese, at 150%, and in English.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.screens.camera import FOLDER, Look
from tests.screens.papers import print_examples
from tests.screens.windows import show_window

SCREEN = {"name": "1366×768", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
# The offscreen platform remarks on its own limits at each window.
QUIET = {"QT_LOGGING_RULES": "default.warning=false"}
LOOKS = (Look("100"), Look("150", scale=1.5), Look("english", language="en"))


def main() -> None:
    """Each look in a process of its own: Qt takes scale and language once."""
    if len(sys.argv) > 1:
        show_window(next(look for look in LOOKS if look.name == sys.argv[1]))
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for look in LOOKS:
        with tempfile.TemporaryDirectory() as home:
            screen = Path(home) / "screen.json"
            screen.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
            platform = f"offscreen:configfile={screen}"
            given = {"QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(look.scale), "SELFEVAL_HOME": home}
            subprocess.run(
                [sys.executable, "-m", "tests.screens", look.name],
                env={**os.environ, **QUIET, **given},
                check=True,
            )
    print_examples()
    for picture in sorted(FOLDER.iterdir()):
        print(picture.relative_to(FOLDER.parent.parent))


if __name__ == "__main__":
    main()
