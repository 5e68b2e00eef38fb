"""The installed templates are those of the program and of the user, the default first."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    BadTemplate,
    FileProblem,
    MissingFile,
    OldTemplate,
    OtherTemplate,
    TooManyTemplates,
    UnknownTemplate,
    UnreadableFile,
)
from selfeval_desktop.codec import strict
from selfeval_desktop.codec import templates as template_toml
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.domain.form.template import Template
from tests import builders, templates
from tests.templates import SOURCE, elsewhere, elsewhere_text, later, later_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("anhui", "mof-2020", "yunnan"):
        text = SOURCE.replace('id = "mof-2020"', f'id = "{name}"')
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return tmp_path


def test_the_installed_template_is_found_by_its_id() -> None:
    assert TemplateFolder(paths.template_folder()).get_template("mof-2020") == builders.mof_2020()


def test_the_default_comes_first(folder: Path) -> None:
    assert [template.id for template in TemplateFolder(folder).newest_templates()] == [
        "mof-2020",
        "anhui",
        "yunnan",
    ]


def test_each_file_is_read_once(folder: Path) -> None:
    templates = TemplateFolder(folder)
    first = templates.get_template("anhui")
    (folder / "anhui.toml").unlink()
    assert templates.get_template("anhui") is first


@pytest.mark.parametrize("name", ["hubei", "", "..", "../secret", "mof-2020.toml", "MOF-2020"])
def test_what_is_not_installed_is_unknown(folder: Path, name: str) -> None:
    (folder.parent / "secret.toml").write_text(SOURCE, "utf-8")
    with pytest.raises(UnknownTemplate) as caught:
        TemplateFolder(folder).get_template(name)
    assert caught.value.template == name


def test_a_file_named_for_another_template_is_refused(folder: Path) -> None:
    (folder / "hubei.toml").write_text(SOURCE, "utf-8")
    with pytest.raises(BadTemplate) as caught:
        TemplateFolder(folder).get_template("hubei")
    assert (caught.value.place, caught.value.problem) == ("id", FileProblem.BAD_VALUE)


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    """The folder of the user's own, which is not there yet."""
    return tmp_path / "loaded"


@pytest.fixture
def both(folder: Path, loaded: Path) -> TemplateFolder:
    return TemplateFolder(folder, loaded)


def write(target: Path, data: bytes) -> None:
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)


def file_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "来自 U 盘.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_loaded_template_is_there_at_once_and_from_now_on(
    both: TemplateFolder, folder: Path, loaded: Path, tmp_path: Path
) -> None:
    path = file_of(tmp_path, elsewhere_text())
    assert both.install_template(path, write) == elsewhere()
    path.unlink()
    for found in (both, TemplateFolder(folder, loaded)):
        assert [each.id for each in found.newest_templates()] == ["mof-2020", "anhui", "elsewhere", "yunnan"]
        assert found.get_template("elsewhere") == elsewhere()


def test_the_later_version_counts_and_the_programs_own_stays(
    both: TemplateFolder, folder: Path, loaded: Path, tmp_path: Path
) -> None:
    both.install_template(file_of(tmp_path, later_text()), write)
    for found in (both, TemplateFolder(folder, loaded)):
        assert [found.get_template("mof-2020", version).version for version in (None, 1, 2, 3)] == [
            2,
            1,
            2,
            2,
        ]
        assert found.newest_templates()[0].version == 2
    assert (folder / "mof-2020.toml").read_text("utf-8") == SOURCE


def test_the_programs_later_version_outranks_a_loaded_one(loaded: Path, tmp_path: Path) -> None:
    TemplateFolder(templates.folder(tmp_path / "a"), loaded).install_template(
        file_of(tmp_path, elsewhere_text()), write
    )
    after = TemplateFolder(templates.folder(tmp_path / "b", elsewhere_text(5)), loaded)
    assert after.get_template("elsewhere").version == 5


def test_a_loaded_template_gives_way_to_a_later_one(both: TemplateFolder, tmp_path: Path) -> None:
    both.install_template(file_of(tmp_path, elsewhere_text(2)), write)
    both.install_template(file_of(tmp_path, elsewhere_text(3)), write)
    assert both.get_template("elsewhere", 2).version == 3


@pytest.mark.parametrize(("version", "refused"), [(1, True), (2, True), (3, False)])
def test_what_is_not_newer_is_refused_with_both_versions(
    both: TemplateFolder, loaded: Path, tmp_path: Path, version: int, *, refused: bool
) -> None:
    both.install_template(file_of(tmp_path, elsewhere_text(2)), write)
    path = file_of(tmp_path, elsewhere_text(version))
    if not refused:
        both.install_template(path, write)
        return
    with pytest.raises(OldTemplate) as caught:
        both.install_template(path, write)
    assert (caught.value.template, caught.value.version, caught.value.installed) == ("外省", version, 2)
    assert (loaded / "elsewhere.toml").read_text("utf-8") == elsewhere_text(2)


def test_another_content_under_the_same_version_is_refused(both: TemplateFolder, loaded: Path, tmp_path: Path) -> None:
    path = file_of(tmp_path, SOURCE.replace('title = "财政项目支出绩效自评表"', 'title = "别的表"'))
    with pytest.raises(OtherTemplate) as caught:
        both.install_template(path, write)
    assert caught.value.path == path
    assert not loaded.exists()


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("id = ", "1:6", FileProblem.NOT_TOML),
        (SOURCE.replace('full_mark = "100"', 'full_mark = "90"'), "levels", FileProblem.WRONG_WEIGHTS),
        (SOURCE.replace('id = "mof-2020"', 'id = "../x"'), "id", FileProblem.BAD_VALUE),
        (SOURCE.replace('id = "mof-2020"', f'id = "{"a" * 65}"'), "id", FileProblem.BAD_VALUE),
    ],
)
def test_a_file_that_is_no_template_is_refused_with_its_place(
    both: TemplateFolder, loaded: Path, tmp_path: Path, text: str, place: str, problem: FileProblem
) -> None:
    path = file_of(tmp_path, text)
    with pytest.raises(BadTemplate) as caught:
        both.install_template(path, write)
    assert (caught.value.path, caught.value.place, caught.value.problem) == (path, place, problem)
    assert not loaded.exists()


def test_a_file_that_cannot_be_read_is_told(
    both: TemplateFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(MissingFile):
        both.install_template(tmp_path / "nowhere.toml", write)
    with pytest.raises(UnreadableFile):
        both.install_template(tmp_path, write)
    monkeypatch.setattr(strict, "MAX_BYTES", 10)
    with pytest.raises(BadTemplate) as caught:
        both.install_template(file_of(tmp_path, SOURCE), write)
    assert caught.value.problem is FileProblem.TOO_LARGE


@pytest.mark.parametrize("text", ["nonsense", SOURCE])
def test_a_damaged_file_of_the_users_own_leaves_the_rest_usable(folder: Path, loaded: Path, text: str) -> None:
    loaded.mkdir()
    for name in ("hubei", "anhui", "No Id"):
        (loaded / f"{name}.toml").write_text(text, "utf-8")
    found = TemplateFolder(folder, loaded)
    assert [each.id for each in found.newest_templates()] == ["mof-2020", "anhui", "yunnan"]
    with pytest.raises(UnknownTemplate):
        found.get_template("hubei")


@pytest.mark.parametrize(("most", "most_bytes"), [(2, 1 << 20), (9, 2 * len(SOURCE.encode()) + 100)])
def test_more_files_than_the_users_folder_may_hold_are_not_read_and_told(
    folder: Path, loaded: Path, monkeypatch: pytest.MonkeyPatch, most: int, most_bytes: int
) -> None:
    loaded.mkdir()
    for name in ("fujian", "gansu", "hubei"):
        (loaded / f"{name}.toml").write_text(SOURCE.replace('id = "mof-2020"', f'id = "{name}"'), "utf-8")
    monkeypatch.setattr(template_toml, "MOST_FILES", most)
    monkeypatch.setattr(template_toml, "MOST_BYTES_OF_ALL", most_bytes)
    found = TemplateFolder(folder, loaded)
    assert [each.id for each in found.newest_templates()] == ["mof-2020", "anhui", "fujian", "gansu", "yunnan"]
    (told,) = found.passed_over
    assert isinstance(told, TooManyTemplates)
    (loaded / "gansu.toml").unlink()
    assert "hubei" in [each.id for each in found.newest_templates()]
    assert found.passed_over == ()


@pytest.mark.parametrize("make", [builders.mof_2020, elsewhere, later])
def test_a_template_comes_back_from_its_text(make: Callable[[], Template], tmp_path: Path) -> None:
    assert template_toml.read_template_text(template_toml.template_text(make()), path=tmp_path) == make()


def test_the_template_files_of_the_tests_say_what_they_promise(tmp_path: Path) -> None:
    assert TemplateFolder(templates.folder(tmp_path, later_text())).get_template("mof-2020") == later()


@pytest.mark.parametrize("text", ["", "[]", "null", "[" * 100_000, "{}", '{"format": "selfeval-template/2"}'])
def test_a_text_that_is_no_template_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(BadTemplate):
        template_toml.read_template_text(text, path=tmp_path)


def test_a_folder_of_the_users_that_cannot_be_read_leaves_the_program_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Path.glob

    def glob(folder: Path, pattern: str) -> Iterator[Path]:
        if folder == tmp_path:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(folder))
        return iter(list(found(folder, pattern)))

    monkeypatch.setattr(Path, "glob", glob)
    folder = paths.template_folder()
    assert TemplateFolder(folder, tmp_path).newest_templates() == TemplateFolder(folder).newest_templates()
