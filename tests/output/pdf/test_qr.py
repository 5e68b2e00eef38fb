"""QR codes hold the text, byte for byte."""

import pytest
import zxingcpp
from PIL import Image

from selfeval_desktop.output.pdf.qr import QrImage, qr_image

QUIET = 4


def picture(image: QrImage) -> Image.Image:
    """The code with its quiet zone, a module being four pixels wide."""
    side = image.side + 2 * QUIET
    found = Image.new("L", (side, side), 255)
    for column, row, length in image.stretches:
        found.paste(0, (QUIET + column, QUIET + row, QUIET + column + length, QUIET + row + 1))
    return found.resize((4 * side, 4 * side), Image.Resampling.NEAREST)


@pytest.mark.parametrize("length", [3, 14, 15, 26, 42, 62, 84, 106, 122, 152])
def test_the_text_is_read_back(length: int) -> None:
    text = ("财政项目支出绩效自评表" * 20).encode()[:length].decode(errors="ignore").ljust(length // 3, "a")
    assert [each.text for each in zxingcpp.read_barcodes(picture(qr_image(text)))] == [text]


def test_a_text_gets_the_smallest_size_that_holds_it() -> None:
    assert [qr_image("a" * length).side for length in (14, 15, 152, 153)] == [21, 25, 49, 53]
