"""Any form, however long or odd, prints whole, within its cells and with everything that a reader needs.

`make wild` tries ten times as many forms as `make test`: SELFEVAL_WILD says how many. SELFEVAL_FORMS may
name a folder of JSON forms that are laid out on every paper besides the examples.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from selfeval_desktop.app.paper.drawing import Page, TextRun
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from selfeval_desktop.domain.layout.paper import PaperChoice, PaperSetup
from selfeval_desktop.output.pdf.pages import make_pages
from selfeval_desktop.output.pdf.writer import pdf_bytes
from tests.builders import complete_form, mof_2020, with_row
from tests.given import FORMS
from tests.output.geometry import check_pages, table_bounds
from tests.output.reading import Reader, holds, with_pdfium, with_pdftotext
from tests.output.sheets import RARE, SENTENCE, long_form, sheet_of

PAPERS = {
    "A4 portrait": PaperChoice("A4", "portrait"),
    "A4 landscape": PaperChoice("A4", "landscape"),
    "A4 bound": PaperChoice("A4", "portrait", binding=20),
    "A3 portrait": PaperChoice("A3", "portrait"),
    "A3 landscape, bound": PaperChoice("A3", "landscape", binding=15),
}
EXAMPLES = int(os.environ.get("SELFEVAL_WILD", "30")) // len(PAPERS)
COMMON = "项目绩效自评指标完成率宣传培训活动群众满意度社会效益资金使用安全稳定保障提升"
ODD = RARE + "，。、；：？！（）《》〈〉【】“”‘’—…·％‰℃≥≤±①㎡～／－" + "０１２３ＡＢ" + "àéΩ☆\u3000"
PIECES = (
    "95%", "≥95.5%", "2,273,786.35", "2023年12月", "100万元", "80%-90%", "——", "……", "《关于〈办法〉的通知》",
    "PM2.5", "COVID-19", "http://example.org/a/b?c=1", " ", "\n", "\n\n", "（一）", "12人次", "\t", '"甲"', "A" * 60,
    "1" * 40, "，" * 9, "（" * 9,
)  # fmt: skip
LEVELS = ("产出指标", "效益指标", "满意度指标", "", "很长很长的一级指标名称", "ABCDEFGHIJKLMNOP")


def setup(paper: str) -> PaperSetup:
    """The template's paper with a choice."""
    return PAPERS[paper].apply_to_paper(mof_2020().paper)


def wild_text(random: Random, longest: int) -> str:
    """Up to so many characters of any kind; often none, mostly few."""
    length = random.choice((0, 4, 9, 20, 60, longest))
    parts: list[str] = []
    size = 0
    while size < length:
        part = random.choice((random.choice(PIECES), random.choice(ODD), *random.choices(COMMON, k=6)))
        parts.append(part)
        size += len(part)
    return "".join(parts)[:length]


def wild_form(random: Random, rows: int, longest: int) -> Form:
    """A form of that many indicators, a few of them very long, in groups of any size."""
    level1, level2 = "产出指标", "数量指标"
    indicators = []
    long_rows = set(random.sample(range(rows), k=min(rows, 3)))
    for row in range(rows):
        if random.random() < 0.3:
            level2 = random.choice(("数量指标", "服务对象满意度指标", wild_text(random, 40)))
        if random.random() < 0.15:
            level1 = random.choice(LEVELS)
        most = longest if row in long_rows else 60
        level3, target, actual, deviation = (wild_text(random, most if random.random() < 0.5 else 20) for _ in range(4))
        weight = random.choice((None, Decimal(random.randrange(10_000)) / 100))
        indicators.append(
            Indicator(row + 1, level1, level2, level3, target, actual, weight=weight, deviation=deviation)
        )
    amount = Decimal(random.randrange(10**13)) / 100
    form = complete_form(
        project_name=wild_text(random, 300),
        department=wild_text(random, 60),
        unit=wild_text(random, 60),
        goals=Goals(wild_text(random, longest), wild_text(random, longest)),
        indicators=tuple(indicators),
    )
    line = replace(form.funds["current_year"], annual=amount, executed=amount)
    return replace(form, funds={**form.funds, "current_year": line})


def checked(form: Form, paper: PaperSetup, *, signature: bool = True) -> tuple[Page, ...]:
    """The form's pages, after everything that must hold of any has been checked."""
    sheet = sheet_of(form, signature=signature)
    pages = make_pages(sheet, paper)
    check_pages(pages, sheet)
    assert min(run.size for page in pages for run in table_runs(page)) >= paper.smallest_size
    check_continuation(pages, form, paper)
    check_filled(pages, paper)
    return pages


def table_runs(page: Page) -> Iterator[TextRun]:
    """What stands in the table."""
    _, bottom = table_bounds(page)
    return (run for run in page.runs if run.baseline < bottom)


def shown(page: Page, field: FieldRef | None = None) -> str:
    """What the page, or a cell on it, says."""
    return "".join(run.text for run in page.runs if field in (None, run.field))


def check_continuation(pages: tuple[Page, ...], form: Form, paper: PaperSetup) -> None:
    """Head rows come again, and so do short labels of levels, with (续)."""
    for before, page in pairwise(pages):
        fields = {target.field for target in page.targets}
        rows = [field for field in fields if field.part == "indicators" and field.column == "weight"]
        if rows:
            assert "三级指标" in shown(page)
        earlier = {target.field for target in before.targets}
        for field in fields & earlier:
            if field.column in {"level1", "level2"} and isinstance(field.row, int):
                name = getattr(form.indicators[field.row], field.column).strip()
                if name and len(name) <= 12:
                    assert "续" in shown(page, field)


def check_filled(pages: tuple[Page, ...], paper: PaperSetup) -> None:
    """No page but the last is less than a third full."""
    for page in pages[:-1]:
        top, bottom = table_bounds(page)
        assert bottom - top > (page.height - (paper.top + paper.bottom + paper.binding) * 72 / 25.4) / 3


@pytest.mark.parametrize("paper", PAPERS)
@settings(max_examples=EXAMPLES, phases=(Phase.explicit, Phase.generate))
@given(
    seed=st.integers(0, 2**32),
    rows=st.sampled_from([0, 1, 3, 8, 16, 30, 60, 120, 200]),
    longest=st.sampled_from([0, 60, 400, 3_000, 20_000]),
    signature=st.booleans(),
    justify=st.booleans(),
)
def test_any_form_prints_whole_and_in_its_cells(
    paper: str, seed: int, rows: int, longest: int, *, signature: bool, justify: bool
) -> None:
    form = wild_form(Random(seed), rows, longest)
    assert checked(form, replace(setup(paper), justify=justify), signature=signature)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_real_form_is_laid_out_on_every_paper(form: Form, paper: str) -> None:
    pages = checked(form, setup(paper))
    size = (setup(paper).width * 72 / 25.4, setup(paper).height * 72 / 25.4)
    assert all((page.width, page.height) == pytest.approx(size) for page in pages)
    assert len(pages) <= 2
    assert all("100.00%" in shown(page) for page in pages[:1] if "100.00" in shown(page))


@pytest.mark.parametrize(("paper", "left", "top"), [("A4 bound", 35, 18), ("A3 landscape, bound", 15, 33)])
def test_the_binding_margin_is_left_of_an_upright_and_above_a_lying_page(paper: str, left: float, top: float) -> None:
    for page in checked(long_form(), setup(paper)):
        assert min(rule.x1 for rule in page.rules) == pytest.approx(left * 72 / 25.4, abs=1)
        assert max(rule.x2 for rule in page.rules) == pytest.approx(page.width - 15 * 72 / 25.4, abs=1)
        assert table_bounds(page)[0] > top * 72 / 25.4 - 1


LONG = {
    "200 indicators": long_form(200),
    "a goal of 20,000 characters": replace(complete_form(), goals=Goals((SENTENCE * 500)[:20_000], "已完成。")),
    "an indicator cell of 3,000 characters": with_row(complete_form(), 2, deviation=(SENTENCE * 100)[:3_000]),
    "rare characters": replace(complete_form(), project_name=f"关于{RARE}的项目"),
    "wild 1": wild_form(Random(1), 40, 3_000),
    "wild 2": wild_form(Random(2), 12, 20_000),
    "wild 3": wild_form(Random(3), 120, 400),
}


@pytest.mark.parametrize("read", [with_pdfium, with_pdftotext])
@pytest.mark.parametrize("form", LONG.values(), ids=LONG.keys())
def test_every_cell_of_a_long_or_odd_form_copies_back(form: Form, read: Reader, tmp_path: Path) -> None:
    sheet = sheet_of(form)
    pages = read(pdf_bytes([Printout("a", sheet, mof_2020().paper, form)]), tmp_path)
    assert [cell.text[:80] for cell in sheet.cells if not holds(pages, cell.text)] == []


@pytest.mark.parametrize("form", LONG.values(), ids=LONG.keys())
def test_a_long_or_odd_form_stays_in_its_cells(form: Form) -> None:
    assert checked(form, mof_2020().paper)
