"""QR codes hold the text, byte for byte, and the smallest size that does is chosen."""

import pytest
import zxingcpp
from PIL import Image

from selfeval_desktop.output.pdf.qr import QrImage, capacity, qr_image

LARGEST = 9
SIZES = range(1, LARGEST + 1)
QUIET = 4


def picture(image: QrImage) -> Image.Image:
    """The code with its quiet zone, a module being four pixels wide."""
    side = image.side + 2 * QUIET
    found = Image.new("L", (side, side), 255)
    for column, row, length in image.stretches:
        found.paste(0, (QUIET + column, QUIET + row, QUIET + column + length, QUIET + row + 1))
    return found.resize((4 * side, 4 * side), Image.Resampling.NEAREST)


@pytest.mark.parametrize("size", SIZES)
def test_the_text_is_read_back_from_the_size_it_just_fits(size: int) -> None:
    text = ("财政项目支出绩效自评表" * 20).encode()[: capacity(size)].decode(errors="ignore")
    image = qr_image(text, LARGEST)
    assert image is not None
    assert image.side == 17 + 4 * size
    assert [each.text for each in zxingcpp.read_barcodes(picture(image))] == [text]


@pytest.mark.parametrize("size", SIZES)
def test_one_byte_more_needs_the_next_size(size: int) -> None:
    fitting, larger = (qr_image("a" * (capacity(size) + more), size) for more in (0, 1))
    assert fitting is not None
    assert larger is None
