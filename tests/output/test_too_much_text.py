"""A form that fills thousands of pages is refused before anything is made; JSON takes it."""

from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import TooMuchText
from selfeval_desktop.codec import form_json
from selfeval_desktop.output.pdf import manuscript
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.text_layout import Prose
from tests.builders import complete_form, too_long_form
from tests.output.sheets import printout


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test where a text is made ready to be broken into lines."""

    def refuse(*_arguments: object) -> None:
        pytest.fail("laid out")

    monkeypatch.setattr(manuscript.Manuscript, "__init__", refuse)


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "list"])
@pytest.mark.parametrize("whole", [True, False])
def test_load_a_form_of_thousands_of_pages_is_refused_before_it_is_laid_out(
    tmp_path: Path, kind: str, *, whole: bool
) -> None:
    target = tmp_path / ("all.xlsx" if kind == "list" else f"all.{kind}") if whole else tmp_path / "folder"
    with pytest.raises(TooMuchText):
        bootstrap.form_writers()[kind]([printout(too_long_form())], target)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("unmeasured")
def test_load_a_good_form_before_it_is_not_written_alone(tmp_path: Path) -> None:
    with pytest.raises(TooMuchText):
        bootstrap.form_writers()["pdf"]([printout(complete_form()), printout(too_long_form())], tmp_path / "folder")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("unmeasured")
def test_load_it_has_no_pages_for_preview_and_printer() -> None:
    with pytest.raises(TooMuchText):
        pages_of(printout(too_long_form()))


def test_load_json_takes_it(tmp_path: Path) -> None:
    form = too_long_form()
    (path,) = bootstrap.form_writers()["json"]([printout(form)], tmp_path / "all.json")
    assert form_json.read_file(path, bootstrap.installed_templates()) == (form,)


def test_load_the_ends_of_paragraphs_are_found_once_for_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Prose] = []
    real = Prose.paragraph_ends

    def note(prose: Prose, width: float) -> set[int]:
        asked.append(prose)
        return real(prose, width)

    monkeypatch.setattr(Prose, "paragraph_ends", note)
    form = complete_form()
    long = complete_form(goals=form.goals.__class__("开展信访宣传。" * 2_000, "举办宣传活动。" * 2_000))
    assert len(pages_of(printout(long))) > 4
    assert len(asked) == len(set(map(id, asked)))
