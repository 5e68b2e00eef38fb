"""One project is known again by its name."""

import pytest

from selfeval_desktop.domain.over_time.last_year import is_same_project, plain_name


@pytest.mark.parametrize(
    "name", ["宣传与推广(一期)", "宣传 与推广（一期）", "2023年度宣传与推广【一期】", "宣传与\n推广一期。"]
)
def test_years_brackets_and_white_space_make_no_other_project(name: str) -> None:
    assert plain_name(name) == "宣传与推广一期"


def test_another_unit_has_another_project_of_that_name() -> None:
    assert is_same_project("宣传", "某 局", "宣传", "某局")
    assert is_same_project("宣传", "", "宣传", "某局")
    assert not is_same_project("宣传", "某馆", "宣传", "某局")
    assert not is_same_project("宣传", "某局", "推广", "某局")


def test_a_name_that_says_nothing_is_no_project() -> None:
    assert not is_same_project("", "某局", "", "某局")
    assert not is_same_project("2023年", "某局", "2024年", "某局")
