"""Phone, identity and card numbers in any spacing and separators; figures are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.reading.personal_numbers import find_personal_numbers


def kinds_and_texts(text: str) -> list[tuple[str, str]]:
    return [(number.kind, text[number.start : number.end]) for number in find_personal_numbers(text)]


@pytest.mark.parametrize(
    "written",
    [
        *("139.1234.5678", "139/1234/5678", "139 1234 5678", "139-1234-5678", "139·1234·5678", "139_1234_5678"),
        *("139—1234—5678", "(139)12345678", "（139） 1234 5678", "１３９１２３４５６７８", "1 3 9 1 2 3 4 5 6 7 8"),
        *("+86 139 1234 5678", "0086-13912345678", "8613912345678", "（+86）139.1234.5678", "139\u30001234\n5678"),
        *("139\u200b1234\u034f5678", "①③⑨①②③④⑤⑥⑦⑧", "139.12345678"),
    ],
)
def test_x15_a_mobile_phone_is_found_in_any_writing(written: str) -> None:
    assert kinds_and_texts(f"联系{written}。") == [("phone", written)]


@pytest.mark.parametrize(
    "written",
    [
        *("021-62345678", "021.6234.5678", "021/6234 5678", "（0512）6234567", "0571－8765-4321", "010—6234 5678"),
        *("+86 21 6234 5678", "86-021-62345678"),
    ],
)
def test_x15_a_land_line_is_found_in_any_writing(written: str) -> None:
    assert kinds_and_texts(f"请问{written}，") == [("phone", written)]


@pytest.mark.parametrize(
    "written",
    [
        "31010119900101123X",
        "310101 19900101 123x",
        "310101-1990-0101-1234",
        "310101199001011234",
        "３１０１０１１９９００１０１１２３Ｘ",
        "310101.19900101.1234",
    ],
)
def test_x15_an_identity_number_is_found_in_any_writing(written: str) -> None:
    assert kinds_and_texts(f"证号{written}、") == [("identity", written)]


@pytest.mark.parametrize(
    "written", ["6222021234567890123", "6222 0212 3456 7890 123", "6222-0212-3456-7890", "310101900101123"]
)
def test_cards_and_old_identity_numbers_are_numbers(written: str) -> None:
    assert kinds_and_texts(f"卡{written}。") == [("number", written)]


def test_several_numbers_in_a_row_are_each_found() -> None:
    text = "①13800138000,13900139000 13700137000②021-62345678"
    found = ["13800138000", "13900139000", "13700137000", "021-62345678"]
    assert [written for _, written in kinds_and_texts(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        *("15000000000元", "13800138000.50", "0.13800138000", "15000000000 万元", "编号1138001380001", "031001-0001"),
        *(
            "150.00 140.90 130",
            "13.50、16.20、18.30、25",
            "2023-2024",
            "2023.12.31",
            "印制138001380001份",
            "1,380,013,800.00",
        ),
        *("预算2273786.35元，13800.5万元", "①②③④⑤", "第1期 第2期", "99.5%", ""),
    ],
)
def test_figures_are_no_personal_numbers(text: str) -> None:
    assert find_personal_numbers(text) == ()


PHONE = st.from_regex("1[3-9][0-9]{9}", fullmatch=True)
GAP = st.sampled_from(["", " ", "-", ".", "/", "\u200b", "\u2800", "　", "·"])


@given(PHONE, GAP, st.sampled_from([(3, 7), (3, 6), (4, 8), (1, 5)]))
def test_x15_any_phone_parted_in_one_way_is_found(digits: str, gap: str, at: tuple[int, int]) -> None:
    written = gap.join((digits[: at[0]], digits[at[0] : at[1]], digits[at[1] :]))
    (found,) = find_personal_numbers(f"问{written}吧")
    assert found.digits == digits
