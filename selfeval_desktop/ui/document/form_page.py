"""What the window's document asks of a page that shows the open form."""

from PySide6.QtWidgets import QWidget

from selfeval_desktop.domain.form.fields import FieldRef


class FormPage(QWidget):
    """A part of the window that shows cells of the open form; as it stands, one without any cell to go to."""

    def commit_editor(self) -> None:
        """Take the text of an open cell editor into the form, which stays open; text boxes have none."""

    def show_field(self, field: FieldRef) -> bool:
        """Put the cursor into that cell; False when the page has no such cell."""
        return False

    def current_field(self) -> FieldRef | None:
        """The cell with the cursor; None without one."""
        return None
