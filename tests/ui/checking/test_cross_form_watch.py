"""What the other forms of the ledger say of the open one is looked for in a pause of typing."""

from PySide6.QtCore import QTimer

from tests.ui.windows import Screen


def test_typing_and_another_form_begin_the_pause_and_nothing_is_looked_for_without_a_ledger(
    screen: Screen,
) -> None:
    timer = screen.window.findChild(QTimer, "acrossTimer")
    assert timer is not None
    timer.stop()
    screen.type_name("a")
    assert timer.isActive()
    timer.stop()
    screen.open_form(1)
    assert timer.isActive()
    screen.window.document.close_ledger()
    assert not timer.isActive()
