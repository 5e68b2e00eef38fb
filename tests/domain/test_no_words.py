"""The meaning of a form speaks no language: its modules hold no Chinese but what is read, counted or prescribed.

Sentences and heads for people stand in `wording`, where they can be translated.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

DOMAIN = Path(__file__).parents[2] / "selfeval_desktop" / "domain"
_CHINESE = re.compile(r"[\u3400-\u9fff]")

MONEY_UNITS = {"元", "万元"}
"""The values of a form's money unit: the form's own data, in its files too."""

WORDS_OF_FILLERS = {
    "form/amounts.py": "amounts as people write them: 3.5亿元整",
    "form/edits.py": "units behind a typed score or year",
    "form/texts.py": "numbering at the head of lines",
    "over_time/library.py": "reasons that say nothing: 无, 不适用",
    "reading/fund_block.py": "what rows and columns of funds are called in forms",
    "reading/labels.py": "numbering and 其中 before a label, years in Chinese numerals",
    "reading/pasting.py": "heads and totals of pasted tables",
    "reading/goal_amounts.py": "amounts of money in a goal",
    "rules/claims.py": "words of unfinished work, complaints and progress",
    "rules/design.py": "words of costs, effects, payments and kinds of people",
    "rules/indicators.py": "words of cost and spending that rules look for",
    "rules/measures.py": "words of rates, quantities and satisfaction",
    "form/blank_rows.py": "what a template's unfilled rows hold",
    "form/look_alikes.py": "characters that look like others",
    "reading/personal_numbers.py": "电话 before a number",
    "reading/word_finder.py": "units of amounts, and amounts in Chinese numerals",
    "rules/odd_texts.py": "remnants of instructions",
    "rules/scores.py": "words of failure and remedy",
    "rules/texts.py": "sentences that say nothing, names of telephones",
    "rules/twins.py": "words that two names may share",
    "scoring/deadlines.py": "dates as people write them",
    "scoring/graded_words.py": "words of direction and grade in targets",
    "scoring/measures.py": "figures, dates and grades as people write them",
    "scoring/scores.py": "the points behind a level's name: (50分)",
}
"""Looked for in what was typed or imported, whatever language the program speaks; never shown."""

WORDS_OF_FORMATS = {
    "layout/blank.py": "空白 in the name of the official form's blank, which is Chinese as the form is",
    "layout/portal_lists.py": "the columns that portals import, which are given in Chinese",
    "layout/masking.py": "公开版 on the official form's public copy",
}
"""Prescribed by a format or part of the official form, so the same in every language."""

EXEMPT = {**WORDS_OF_FILLERS, **WORDS_OF_FORMATS}


def chinese_texts(path: Path) -> Iterator[str]:
    """Literals of a module that hold Chinese, docstrings aside."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield from [node.value] if _CHINESE.search(node.value) else []


def test_no_module_has_words_to_be_shown() -> None:
    found = {
        f"{path.relative_to(DOMAIN).as_posix()}: {text}"
        for path in DOMAIN.rglob("*.py")
        for text in chinese_texts(path)
        if text not in MONEY_UNITS
    }
    assert {text for text in found if text.split(": ", 1)[0] not in EXEMPT} == set()


@pytest.mark.parametrize("name", EXEMPT)
def test_an_exception_is_one(name: str) -> None:
    assert set(chinese_texts(DOMAIN / name)) - MONEY_UNITS
