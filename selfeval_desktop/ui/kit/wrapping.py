"""How a text is broken into lines, and how many it takes."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def text_option(horizontal: Qt.AlignmentFlag) -> QTextOption:
    """How a cell's text is set: it wraps between words, and inside those that are too long."""
    option = QTextOption(horizontal | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@lru_cache(maxsize=8192)
def line_count(text: str, width: int, font: QFont) -> int:
    """How many lines the text takes at that width, in logical pixels."""
    if "\n" not in text and QFontMetricsF(font).horizontalAdvance(text) <= width:
        return 1
    count = 0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(text_option(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        count += max(1, layout.lineCount())
    return count
