"""Years in texts, however they are written."""

import pytest

from selfeval_desktop.domain.reading.labels import without_years, year_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年宣传", [("2023", 2023, True)]),
        ("完成 2023 年度任务，较2022年提高", [("2023", 2023, True), ("2022", 2022, True)]),
        ("财预〔2023〕10号", [("2023", 2023, False)]),
        ("２０２３年", [("２０２３", 2023, True)]),
        ("二〇二三年和二○二四年", [("二〇二三", 2023, True), ("二○二四", 2024, True)]),
        ("20231 份，1200年，0.2023，一二三四", []),
        ("", []),
    ],
)
def test_years_are_found_in_every_writing(text: str, found: list[tuple[str, int, bool]]) -> None:
    words = list(year_words(text))
    assert [(word.digits, word.year, word.is_word) for word in words] == found
    assert all(text[word.start :].startswith(word.digits) for word in words)


@pytest.mark.parametrize(("text", "later"), [("2023年", "2024"), ("２０２９年", "２０３０"), ("二○二三年", "二〇二四")])
def test_a_later_year_is_written_alike(text: str, later: str) -> None:
    (word,) = year_words(text)
    assert word.shifted_digits(1) == later


def test_a_name_is_told_without_its_year() -> None:
    assert without_years("2023年度宣传与推广（2023 年）") == "宣传与推广（）"
    assert without_years("设备 2000 型") == "设备 2000 型"
