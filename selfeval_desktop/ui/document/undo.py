"""What can be undone, in one stack for the whole window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from selfeval_desktop.app.ports.undo import UndoableStep

_ANY_STEP = 1


class UndoSteps(QObject):
    """The port `UndoStack` on a QUndoStack.

    A step is done before it is pushed: a SelfEvalError then reaches the action that began it, and the stack stays as
    it was; raised inside QUndoStack it would be swallowed. `moved` comes with the step undone or done again.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._merging_ended = False

    def push_step(self, step: UndoableStep) -> None:
        """Do the step and keep it."""
        step.redo()
        self.stack.push(_StepCommand(step, merging_ended=self._merging_ended))
        self._merging_ended = False

    def end_step_merging(self) -> None:
        """Merge the next step with none before it, whatever its merge key: another form is shown."""
        self._merging_ended = True

    def undo(self) -> None:
        """Take the last step back; nothing happens when there is none."""
        if self.stack.canUndo():
            step = self._command_at(self.stack.index() - 1).step
            step.undo()
            self.stack.undo()
            self._merging_ended = True
            self.moved.emit(step)

    def redo(self) -> None:
        """Do the step taken back last once more; nothing happens when there is none."""
        if self.stack.canRedo():
            step = self._command_at(self.stack.index()).step
            step.redo()
            self.stack.redo()
            self._merging_ended = True
            self.moved.emit(step)

    def clear_steps(self) -> None:
        """Drop everything: another ledger is open."""
        self.stack.clear()

    def _command_at(self, place: int) -> "_StepCommand":
        command = self.stack.command(place)
        assert isinstance(command, _StepCommand)
        return command


class _StepCommand(QUndoCommand):
    """A step in the QUndoStack; `redo` and `undo` do nothing, as UndoSteps does the work."""

    def __init__(self, step: UndoableStep, *, merging_ended: bool) -> None:
        super().__init__(step.label)
        self.step = step
        self.merging_ended = merging_ended

    def id(self) -> int:
        """The same for all: Qt asks `mergeWith` of commands with equal ids only."""
        return _ANY_STEP

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, _StepCommand)
        merged = None if other.merging_ended else self.step.merged_with(other.step)
        if merged is None:
            return False
        self.step = merged
        return True
