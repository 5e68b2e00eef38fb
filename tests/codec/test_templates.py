"""The installed templates are those of the folder, the default first."""

from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import BadTemplate, Problem, UnknownTemplate
from selfeval_desktop.codec.templates import TemplateFolder
from tests import builders

SOURCE = (paths.templates() / "mof-2020.toml").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("anhui", "mof-2020", "yunnan"):
        text = SOURCE.replace('id = "mof-2020"', f'id = "{name}"')
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return tmp_path


def test_the_installed_template_is_found_by_its_id() -> None:
    assert TemplateFolder(paths.templates()).get("mof-2020") == builders.mof_2020()


def test_the_default_comes_first(folder: Path) -> None:
    assert [template.id for template in TemplateFolder(folder).all()] == ["mof-2020", "anhui", "yunnan"]


def test_each_file_is_read_once(folder: Path) -> None:
    templates = TemplateFolder(folder)
    first = templates.get("anhui")
    (folder / "anhui.toml").unlink()
    assert templates.get("anhui") is first


@pytest.mark.parametrize("name", ["hubei", "", "..", "../secret", "mof-2020.toml", "MOF-2020"])
def test_what_is_not_installed_is_unknown(folder: Path, name: str) -> None:
    (folder.parent / "secret.toml").write_text(SOURCE, "utf-8")
    with pytest.raises(UnknownTemplate) as caught:
        TemplateFolder(folder).get(name)
    assert caught.value.template == name


def test_a_file_named_for_another_template_is_refused(folder: Path) -> None:
    (folder / "hubei.toml").write_text(SOURCE, "utf-8")
    with pytest.raises(BadTemplate) as caught:
        TemplateFolder(folder).get("hubei")
    assert (caught.value.place, caught.value.problem) == ("id", Problem.BAD_VALUE)
