"""What comes in from a file is never cut: a text that no cell takes is told of, and left out."""

from selfeval_desktop.app.incoming import Container
from selfeval_desktop.domain.form import texts
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files.cells import LONGEST_TEXT, CellGathering


def test_m9_a_text_that_no_cell_takes_is_told_and_left_out() -> None:
    gathering = CellGathering()
    block = gathering.begin_block(Container.SHEET, "表")
    assert block.put_text(0, 0, "a" * texts.LONGEST_TEXT)
    assert not block.put_text(0, 1, "b" * LONGEST_TEXT)
    gathering.end_block(block)
    (cells,) = gathering.gathered_contents().blocks
    assert cells.texts == {(0, 0): "a" * texts.LONGEST_TEXT}
    assert [(each.row, each.column, each.reason) for each in cells.doubts] == [(0, 1, Refusal.TOO_LONG)]
