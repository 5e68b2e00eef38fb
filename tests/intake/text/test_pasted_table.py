"""Tables come off the clipboard as they were seen, whoever put them there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.intake.text.html_table import TooManyCells
from selfeval_desktop.intake.text.pasted_table import read_table, write_html, write_text

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:General}</style>
</head><body><table border=0 cellpadding=0><!--StartFragment-->
 <col width=72><tr height=19><td rowspan=2 height=38 class=xl65>产出指标</td><td>数量指标</td>
  <td>登记单<br>
    印刷率</td><td align=right>20</td></tr>
 <tr height=19><td>质量指标</td><td>合格率&gt;90</td><td align=right>15</td></tr><!--EndFragment--></table></body></html>"""
WORD = """<table class=MsoTable><tr><td colspan=2><p class=MsoNormal>满意度指标<o:p></o:p></p></td>
<td><p>≥85%</p><p>（抽样）</p></td></tr><tr><td><p>&nbsp;</p></td><td><p>甲</p></td><td><p>88%</p></td></tr></table>"""
NESTED = "<table><tr><td>甲<table><tr><td>内</td></tr></table></td><td>乙</td></tr></table>"


def test_a_merged_cell_of_a_spreadsheet_has_its_text_once() -> None:
    assert read_table("", EXCEL) == (
        ("产出指标", "数量指标", "登记单\n印刷率", "20"),
        ("", "质量指标", "合格率>90", "15"),
    )


@pytest.mark.parametrize("name", ["calc", "writer"])
def test_what_an_office_suite_writes_is_read(name: str) -> None:
    """Both were made by LibreOffice 7.4 from the same form."""
    rows = read_table("", (Path(__file__).parents[1] / "clipboard" / f"{name}.html").read_text("utf-8"))
    assert rows[-6:-3] == (
        ("", "产出指标", "数量指标", "登记单印刷率", "≥95%", "97%", "20", "20", ""),
        ("", "", "质量指标", "宣传材料合格率", "≥90%", "92%", "15", "15", ""),
        ("", "", "时效指标", "活动按期完成率", "=100%", "100%", "15", "15", ""),
    )


def test_paragraphs_of_a_word_processor_are_lines() -> None:
    assert read_table("", WORD) == (("满意度指标", "", "≥85%\n（抽样）"), ("", "甲", "88%"))


def test_a_table_in_a_cell_is_part_of_its_text() -> None:
    assert read_table("", NESTED) == (("甲内", "乙"),)


def test_cells_without_rows_and_ends_are_read() -> None:
    assert read_table("", "<table><td>甲<td>乙") == (("甲", "乙"),)


@pytest.mark.parametrize("span", ["-1", "0", "x", "", "９"])
def test_a_span_that_is_no_number_covers_one_cell(span: str) -> None:
    assert read_table("", f"<table><tr><td rowspan='{span}'>甲</td><td>乙</td></tr></table>") == (("甲", "乙"),)


def test_html_without_a_table_leaves_it_to_the_text() -> None:
    assert read_table("甲\t乙", "<p>甲 乙</p><title>丙</title>") == (("甲", "乙"),)


def test_quotes_hold_line_breaks_tabs_and_quotes() -> None:
    assert read_table('"一\n二"\t"说""好"""\r\n三\t"四\n', "") == (("一\n二", '说"好"'), ("三", '"四'))


def test_rows_are_of_one_length_and_blank_ends_are_gone() -> None:
    assert read_table("甲\t\t\n\t乙\n\t\n\n", "") == (("甲", ""), ("", "乙"))


@pytest.mark.parametrize("text", ["", "\n", "\t\t\n", "  "])
def test_nothing_is_no_table(text: str) -> None:
    assert read_table(text, "") == ()


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\xa0"), max_size=9)


@given(st.lists(st.lists(CELL | st.just('二\n"行"\t'), min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_was_written_as_text_is_read_back(rows: list[list[str]]) -> None:
    even = [row[:2] for row in rows]
    even[-1] = [*even[-1][:1], "末"]
    assert read_table(write_text(even), "") == tuple(map(tuple, even))


def test_what_was_written_as_html_is_read_back_and_no_formula() -> None:
    rows = (("=100%", "a\nb"), ("<b>&", "-5"))
    html = write_html(rows)
    assert read_table("", html) == rows
    assert html.count("mso-number-format") == 2
    assert "<br style" in html


def test_a_cell_that_claims_to_cover_thousands_of_digits_of_rows_is_cut() -> None:
    assert len(read_table("", f"<table><tr><td rowspan={'9' * 5000}>甲</td></tr></table>")) <= 200


@pytest.mark.parametrize("piece", ["<a ", "<", "</", "<![CDATA[", "<?", "<a b='"])
def test_tags_that_never_end_are_text_however_many_there_are(piece: str) -> None:
    """The library's parser takes minutes for as many."""
    told = f"甲{piece * 20_000}".strip()
    assert read_table("", f"<table><tr><td>{told}") == ((told,),)


@pytest.mark.parametrize("piece", ["<!--", "<!-->", "<!x>", "<?x?>"])
def test_comments_and_declarations_are_no_text_however_many_there_are(piece: str) -> None:
    assert read_table("", f"<table><tr><td>甲{piece * 20_000}") == (("甲",),)


def test_what_stands_in_a_comment_is_no_cell() -> None:
    html = "<table><tr><td>甲<!--[if gte vml 1]><td>图<![endif]--></td><![if !x]><td>乙</td><![endif]></tr></table>"
    assert read_table("", html) == (("甲", "乙"),)


def test_many_lines_and_many_cells_of_a_line_are_read() -> None:
    assert len(read_table("甲\n" * 200_000, "")) == 200_000
    assert read_table("甲\t" * 200_000, "") == (("甲",) * 200_000,)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", f"<table><tr>{'<td colspan=200>甲' * 100}{'<tr><td>乙' * 100}"),
        ("甲\t" * 2_000 + "\n" + "乙\n" * 2_000, ""),
    ],
)
def test_a_few_cells_far_apart_do_not_fill_the_memory(text: str, html: str) -> None:
    with pytest.raises(TooManyCells):
        read_table(text, html)
