"""The program's own phrases, indicators and files are read strictly; the phrases are fit to be put into a form."""

from collections import Counter
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import BadResource, FileProblem, UnreadableFile
from selfeval_desktop.codec import resource_toml
from selfeval_desktop.codec.resource_toml import ResourceFile
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.over_time.library import Cause, KnownIndicator, Phrase
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import Direction
from tests.builders import complete_form, mof_2020, with_row

PATH = Path("自带.toml")
REASONS = """
format = "selfeval-reasons/1"
[[causes]]
name = "预算调整"
[[causes.phrases]]
reason = "调减后完成{actual}。"
measure = "同步调整目标。"
when = "missed"
"""
INDICATORS = """
format = "selfeval-indicators/1"
[[groups]]
level1 = "产出指标"
level2 = "数量指标"
indicators = [{ name = "培训人次", target = "≥500人次" }]
"""


def test_phrases_come_by_their_cause() -> None:
    phrase = Phrase("调减后完成{actual}。", "同步调整目标。", "missed")
    assert resource_toml.read_reasons(REASONS.encode(), path=PATH) == (Cause("预算调整", (phrase,)),)


def test_indicators_come_with_the_levels_of_their_group() -> None:
    assert resource_toml.read_indicators(INDICATORS.encode(), path=PATH) == (
        KnownIndicator("产出指标", "数量指标", "培训人次", "≥500人次"),
    )


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        (b"\xff", "", FileProblem.NOT_UTF8),
        ("a = ", "1:5", FileProblem.NOT_TOML),
        ("[[causes]]", "format", FileProblem.UNKNOWN_FORMAT),
        (REASONS.replace("measure", "mesure"), "causes[0].phrases[0].mesure", FileProblem.UNKNOWN_KEY),
        (REASONS.replace('"预算调整"', "1"), "causes[0].name", FileProblem.WRONG_TYPE),
        (REASONS.replace("missed", "late"), "causes[0].phrases[0].when", FileProblem.BAD_VALUE),
        (REASONS.replace("actual", "weight"), "causes[0].phrases[0].reason", FileProblem.BAD_VALUE),
        (REASONS.replace("目标。", "目标}。"), "causes[0].phrases[0].measure", FileProblem.BAD_VALUE),
    ],
)
def test_a_broken_file_of_phrases_is_refused_with_its_path(text: str | bytes, place: str, problem: FileProblem) -> None:
    with pytest.raises(BadResource) as caught:
        resource_toml.read_reasons(text if isinstance(text, bytes) else text.encode(), path=PATH)
    assert (caught.value.path, caught.value.place, caught.value.problem) == (PATH, place, problem)


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        (REASONS, "format", FileProblem.UNKNOWN_FORMAT),
        (INDICATORS.replace("target", "goal"), "groups[0].indicators[0].goal", FileProblem.UNKNOWN_KEY),
        (INDICATORS.replace('level2 = "数量指标"', ""), "groups[0].level2", FileProblem.MISSING_KEY),
    ],
)
def test_a_broken_file_of_indicators_is_refused_with_its_path(text: str, place: str, problem: FileProblem) -> None:
    with pytest.raises(BadResource) as caught:
        resource_toml.read_indicators(text.encode(), path=PATH)
    assert (caught.value.path, caught.value.place, caught.value.problem) == (PATH, place, problem)


CAUSES = resource_toml.read_reasons(paths.reason_phrases().read_bytes(), path=PATH)
PHRASES = [phrase for cause in CAUSES for phrase in cause.phrases]
SHIPPED = resource_toml.read_indicators(paths.reference_indicators().read_bytes(), path=PATH)
MISSED = with_row(complete_form(), 0, actual="90%")
EXCEEDED = with_row(complete_form(), 0, actual="99%", score=None)


def test_there_are_some_phrases_for_each_cause_and_no_cause_twice() -> None:
    assert 8 <= len(CAUSES) == len({cause.name for cause in CAUSES})
    assert all(3 <= len(cause.phrases) <= 5 for cause in CAUSES)


def test_no_phrase_comes_twice() -> None:
    parts = Counter(part for phrase in PHRASES for part in (phrase.reason, phrase.measure))
    assert [part for part, count in parts.items() if count > 1] == []


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.reason[:12])
def test_a_phrase_reads_to_its_end_without_blanks(phrase: Phrase) -> None:
    form = EXCEEDED if phrase.when == "exceeded" else MISSED
    text = phrase.text_for(form.indicators[0])
    assert text is not None
    assert len(text) <= 120
    assert phrase.reason.endswith("。")
    assert phrase.measure.endswith("。")
    assert not [
        blank for blank in ("×", "X", "_", "*", "…", "某", "{", "}", "。。", " ", "()", "（）") if blank in text
    ]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.reason[:12])
def test_a_phrase_in_its_cell_gives_no_finding(phrase: Phrase) -> None:
    form = EXCEEDED if phrase.when == "exceeded" else MISSED
    filled = with_row(form, 0, deviation=phrase.text_for(form.indicators[0]))
    before, after = (
        {(finding.code, finding.field) for finding in evaluate(each, mof_2020()).findings} for each in (form, filled)
    )
    assert after <= before


def test_shipped_indicators_have_the_levels_of_the_template() -> None:
    levels = {(level.name, name) for level in mof_2020().levels for name in level.level2}
    assert {(each.level1, each.level2) for each in SHIPPED} == levels


def test_no_shipped_indicator_comes_twice() -> None:
    assert 60 <= len(SHIPPED) == len({each.level3 for each in SHIPPED})


@pytest.mark.parametrize("known", SHIPPED, ids=lambda known: known.level3)
def test_a_shipped_target_has_operator_and_unit_or_is_a_word_for_what_no_figure_measures(
    known: KnownIndicator,
) -> None:
    measure = measures.read_measure(known.target)
    if measure.direction is Direction.WORDS:
        assert not known.level3.endswith(("率", "数", "量", "满意度"))
    else:
        assert measure.operator
        assert measure.unit
    assert not (known.level3.endswith("率") and known.target.startswith(("≥100", ">")))


def test_shipped_indicators_in_a_form_give_no_finding_but_of_what_is_still_to_be_filled_in() -> None:
    rows = tuple(known.as_indicator for known in SHIPPED)
    found = evaluate(complete_form(indicators=rows), mof_2020()).findings
    about = {finding.code for finding in found if finding.field.column in {"level3", "target"}}
    # Names near to each other are no matter in a list to choose from.
    assert about <= {"K36"}


def decode_words(data: bytes, *, path: Path) -> str:
    assert path.name == "words.toml"
    return data.decode()


def test_a_missing_file_is_told_whenever_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    file = ResourceFile(path, decode_words)
    for _ in range(2):
        with pytest.raises(UnreadableFile) as caught:
            file.content()
        assert caught.value.path == path
    path.write_text("甲", "utf-8")
    assert file.content() == "甲"


def test_the_file_is_read_once_and_not_before_somebody_asks(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    file = ResourceFile(path, decode_words)
    path.write_text("乙", "utf-8")
    first = file.content()
    path.unlink()
    assert file.content() is first
