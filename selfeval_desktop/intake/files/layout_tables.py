"""Tables of a document that only lay out a page: what stands in their cells is read as if they were not there."""

from dataclasses import dataclass

from selfeval_desktop.intake.files.archive import Attributes, XmlHandler

_FEWEST_CELLS = 10
_PARTS = frozenset({"tbl", "tr", "tc"})


@dataclass(slots=True)
class _OpenTable:
    number: int
    own: int = 0
    inner: int = 0
    has_text: bool = False


class LayoutTables(XmlHandler):
    """Finds them, by their number in the order of the document: inside them stands a table with more cells than they have."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()
        self._open: list[_OpenTable] = []
        self._count = 0

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Enter tables."""
        if name == "tbl":
            self._open.append(_OpenTable(self._count))
            self._count += 1
        elif name == "tc" and self._open:
            self._open[-1].has_text = False

    def on_element_end(self, name: str) -> None:
        """Count the finished cells, and those of the finished table for the one around it."""
        if not self._open:
            return
        table = self._open[-1]
        if name == "tc":
            table.own += table.has_text
            table.has_text = False
        elif name == "tbl":
            self._open.pop()
            if table.inner >= _FEWEST_CELLS and table.inner > table.own:
                self.numbers.add(table.number)
            if self._open:
                self._open[-1].inner += max(table.own, table.inner)

    def on_text(self, text: str) -> None:
        """Note that the cell holds something."""
        if self._open and text.strip():
            self._open[-1].has_text = True


class WithoutLayoutTables(XmlHandler):
    """Hands everything to another handler but the tables of these numbers, with their rows and cells."""

    def __init__(self, inner: XmlHandler, numbers: set[int]) -> None:
        self._inner, self._numbers = inner, numbers
        self._open: list[bool] = []
        self._count = 0

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Hand it on unless it is a part of such a table."""
        if name == "tbl":
            self._open.append(self._count in self._numbers)
            self._count += 1
        if not self._is_left_out(name):
            self._inner.on_element_start(name, attributes)

    def on_element_end(self, name: str) -> None:
        """Hand it on unless it is a part of such a table."""
        if not self._is_left_out(name):
            self._inner.on_element_end(name)
        if name == "tbl":
            self._open.pop()

    def on_text(self, text: str) -> None:
        """Hand it on."""
        self._inner.on_text(text)

    def _is_left_out(self, name: str) -> bool:
        return name in _PARTS and bool(self._open) and self._open[-1]
