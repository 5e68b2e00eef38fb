"""The Qt binding that is installed keeps count of what it hands out."""

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_the_references_of_none() -> None:
    # PySide6 6.12.0 lost one per call, and the process aborted after some thousand calls.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("")
    assert abs(sys.getrefcount(None) - before) < 100
