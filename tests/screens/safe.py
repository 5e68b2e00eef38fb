"""Pictures of what keeps the data safe: backups and their restoring, a second window, what is sent for support."""

from pathlib import Path

from PySide6.QtTest import QTest

from selfeval_desktop import bootstrap
from tests.screens.camera import Camera, trigger
from tests.screens.exchange import take_when_there


def take_safe(camera: Camera, ledger: Path) -> None:
    """On the open ledger; nothing of it is changed."""
    for action, what in (
        ("actionBackupTo", "backup-to"),
        ("actionRestore", "restore"),
        ("actionSupportPacket", "support"),
    ):
        take_when_there(camera, what)
        trigger(camera.window, action)
        QTest.qWait(300)
    second = bootstrap.open_window(ledger)
    QTest.qWait(600)
    camera.take("read-only", second)
    second.close()
