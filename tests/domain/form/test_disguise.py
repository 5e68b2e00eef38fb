"""A disguised text says nothing, and keeps its shape."""

import pytest

from selfeval_desktop.app.support import disguise_text


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("某区信访办公室（2023年）", "字字字字字字字（9999字）"),
        ("Abc-12.50%\n＝１", "Aaa-99.99%\n＝9"),
        ("é Ω ä", "字 字 字"),
        ("𠀀𪚥", "𠀀𠀀"),
        ("😀👨\u200d👩", "😀😀\u200d😀"),
        ("\u202eabc\u00a0①Ⅲ", "\u202eaaa\u00a099"),
        ("e\u0301", "a字"),
        ("", ""),
    ],
)
def test_letters_and_figures_go_and_the_shape_stays(text: str, shape: str) -> None:
    assert disguise_text(text) == shape
    assert len(disguise_text(text)) == len(text)
