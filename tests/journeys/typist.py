"""A process of its own that opens a ledger, types, says so, and would go on forever: to be killed.

Usage: python -m tests.journeys.typist LEDGER
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit

from tests.journeys.user import CONTROL, Key, User

PROJECT = "线路改造"
GOAL = "全年完成三条线路的改造。"
FINISHED = "190000"
OPEN = "5200.5"
TYPED = "typed"


def main() -> None:
    """Two texts, one finished amount, and one whose editor stays open."""
    application = QApplication(sys.argv)
    user = User(Path(sys.argv[1]))
    user.find(QLineEdit, "projectName").setFocus()
    user.press(Key.Key_A, with_=CONTROL)
    user.type(PROJECT)
    user.turn_to("goalsTab")
    user.press(Key.Key_A, with_=CONTROL)
    user.type(GOAL)
    user.go_to("fundsTab", 1, 2)
    user.write(FINISHED)
    user.go_to("fundsTab", 2, 2)
    user.type(OPEN)
    print(TYPED, flush=True)
    application.exec()


if __name__ == "__main__":
    main()
