"""Forms that hypothesis makes up: everything a form of mof-2020 may hold, in any mixture."""

from decimal import Decimal

from hypothesis import strategies as st

from selfeval_desktop.domain.form import texts
from selfeval_desktop.domain.form.edits import FIRST_YEAR, LAST_YEAR
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine, Goals, Indicator

ODD_TEXTS = (
    "",
    "007",
    "=1+1",
    "<b>&amp;",
    "%s{0}",
    "_x000D_",
    "#N/A",
    "𠀀𪛖🌏",
    "a\u00a0b",
    "一\n二\t三",
    '"\\',
)
FUND_ROWS = ("total", "current_year", "carried_over", "other")
EXTRA = ("budget_note", "phone")

plain_texts = st.sampled_from(ODD_TEXTS) | st.text(max_size=20).map(texts.clean_text)
numbers = st.decimals(-(10**15) + 1, 10**15 - 1, places=6, allow_nan=False, allow_infinity=False) | st.integers(
    0, 10**6
).map(Decimal)
amounts = st.none() | numbers

fund_lines = st.builds(FundLine, initial=amounts, annual=amounts, executed=amounts)
indicators = st.builds(
    Indicator,
    level1=plain_texts,
    level2=plain_texts,
    level3=plain_texts,
    target=plain_texts,
    actual=plain_texts,
    achievement=st.sampled_from((None, "met", "partly", "unmet")),
    weight=amounts,
    score=amounts,
    deviation=plain_texts,
)


def _numbered(rows: list[Indicator]) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(key, *(getattr(row, name) for name in Indicator.__slots__[1:]))
        for key, row in enumerate(rows, start=1)
    )


forms = st.builds(
    Form,
    template=st.just("mof-2020"),
    year=st.none() | st.integers(FIRST_YEAR, LAST_YEAR),
    money_unit=st.sampled_from(("元", "万元")),
    project_name=plain_texts,
    department=plain_texts,
    unit=plain_texts,
    fields=st.dictionaries(st.sampled_from(EXTRA), plain_texts),
    funds=st.dictionaries(st.sampled_from(FUND_ROWS), fund_lines),
    execution_score=amounts,
    goals=st.builds(Goals, plain_texts, plain_texts),
    indicators=st.lists(indicators, max_size=4).map(_numbered),
)
unread = st.dictionaries(
    st.sampled_from((FieldRef.fund("total", "annual"), FieldRef.indicator(0, "weight"), FieldRef.head("year"))),
    st.text(min_size=1, max_size=8).map(texts.clean_text).filter(bool),
)
