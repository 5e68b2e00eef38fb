"""Lines of text in the room they have."""

import pytest

from selfeval_desktop.output.pdf.lines import cut


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("宣传与推广", 5.0, "宣传与推广"),
        ("宣传与推广", 4.9, "宣传与…"),
        ("宣传与推广", 0.5, "…"),
        ("", 0.0, ""),
        # Step by step from the end this would take hours, page after page.
        ("长" * 100_000, 20.0, "长" * 19 + "…"),
    ],
)
def test_a_name_is_cut_to_what_fits(text: str, width: float, shown: str) -> None:
    assert cut(text, width) == shown
