"""Places are found in a checkout, a wheel and a frozen application."""

import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs
import pytest

from selfeval_desktop import paths


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package folder outside any checkout, as a wheel installs it."""
    folder = tmp_path / "site-packages" / "selfeval_desktop"
    folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", folder)
    paths._checkout_root.cache_clear()
    yield folder
    paths._checkout_root.cache_clear()


def test_checkout_uses_its_own_resources_and_built_translations() -> None:
    root = Path(__file__).parents[1]
    assert paths.resource_folder() == root / "resources"
    assert paths.translation_folder() == root / "build" / "translations"


@pytest.mark.parametrize("place", [paths.font_folder, paths.icon_folder, paths.template_folder, paths.example_folder])
def test_rooms_of_the_resources_exist(place: object) -> None:
    assert callable(place)
    assert place().is_dir()


@pytest.mark.parametrize("file", [paths.reason_phrases, paths.reference_indicators, paths.license_file])
def test_files_of_the_resources_exist(file: Callable[[], Path]) -> None:
    assert file().is_file()


def test_wheel_carries_resources_and_translations_inside_the_package(package: Path) -> None:
    assert paths.resource_folder() == package / "resources"
    assert paths.translation_folder() == package / "translations"
    assert paths.license_file() == package / "LICENSE"


def test_frozen_application_has_its_data_under_its_own_root(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "app"), raising=False)
    assert paths.resource_folder() == tmp_path / "app" / "selfeval_desktop" / "resources"
    assert paths.translation_folder() == tmp_path / "app" / "selfeval_desktop" / "translations"
    assert paths.license_file() == tmp_path / "app" / "selfeval_desktop" / "LICENSE"


def test_a_frozen_program_on_a_stick_keeps_the_users_folders_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SELFEVAL_HOME")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "selfeval-desktop"))
    (tmp_path / "selfeval-data").mkdir()
    usual = platformdirs.user_data_path("selfeval", appauthor=False)
    assert paths.user_templates() == usual / "templates"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paths.user_data() == tmp_path / "selfeval-data" / "data"
    assert paths.user_log() == tmp_path / "selfeval-data" / "log"
    (tmp_path / "selfeval-data" / "data").rmdir()
    (tmp_path / "selfeval-data" / "log").rmdir()
    (tmp_path / "selfeval-data").rmdir()
    assert paths.user_templates() == usual / "templates"


def test_user_folders_follow_selfeval_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELFEVAL_HOME", str(tmp_path / "家"))
    assert paths.user_data() == tmp_path / "家" / "data"
    assert paths.user_log() == tmp_path / "家" / "log"
    assert paths.user_data().is_dir()
    assert paths.user_log().is_dir()


def test_a_user_folder_that_cannot_be_made_is_still_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "家").write_text("in the way", "utf-8")
    monkeypatch.setenv("SELFEVAL_HOME", str(tmp_path / "家"))
    assert paths.user_data() == tmp_path / "家" / "data"


def test_user_folders_are_the_systems_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELFEVAL_HOME")
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name / "d")
    monkeypatch.setattr(platformdirs, "user_log_path", lambda name, **_: tmp_path / name / "l")
    assert paths.user_data() == tmp_path / "selfeval" / "d"
    assert paths.user_log() == tmp_path / "selfeval" / "l"


def test_fonts_are_looked_for_where_windows_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert paths._font_folders() == (
        tmp_path / "Windows" / "Fonts",
        tmp_path / "Local" / "Microsoft" / "Windows" / "Fonts",
    )


def test_fonts_are_looked_for_where_macos_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert paths._font_folders()[0] == Path("/System/Library/Fonts")
    assert paths._font_folders()[-1] == Path.home() / "Library" / "Fonts"


def test_a_font_is_found_by_its_files_name_whatever_its_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's own folder counts too; a font of another kind does not."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(paths, "_installed_fonts", paths._installed_fonts.__wrapped__)
    folder = tmp_path / "fonts" / "office"
    folder.mkdir(parents=True)
    for name in ("Probe Song.TTF", "Probe Kai.otf"):
        (folder / name).write_bytes(b"")
    assert paths.font_file("probe song") == folder / "Probe Song.TTF"
    assert paths.font_file("Probe Kai") is None


def test_x24_the_project_has_a_licence_that_its_packages_carry() -> None:
    root = Path(__file__).parents[1]
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    assert (project["project"]["license"], project["project"]["license-files"]) == ("Apache-2.0", ["LICENSE"])
    assert "/LICENSE" in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    text = paths.license_file().read_text("utf-8")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert '"LICENSE"' in (root / "packaging" / "selfeval.spec").read_text("utf-8")
