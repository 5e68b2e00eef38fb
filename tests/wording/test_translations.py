"""Every text that people read is marked for translation, and the English translation is complete.

`make translations` brings translations/*.ts up to date with the sources; what it adds is then translated by hand.
"""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRANSLATION = ROOT / "translations" / "selfeval_en.ts"

Texts = dict[tuple[str, str], str | None]
"""By context and source; None while unfinished."""

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PLACEHOLDERS = re.compile(r"\{\w*\}|%n|%\d")
_MARKING = {"tr", "translate", "QT_TRANSLATE_NOOP"}


def texts(path: Path) -> Texts:
    found: Texts = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            finished = translation.get("type") is None
            found[name, message.findtext("source", "")] = "".join(translation.itertext()) if finished else None
    return found


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """What lupdate finds in the sources now."""
    fresh = tmp_path_factory.mktemp("texts") / "fresh.ts"
    lupdate = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert lupdate is not None
    command = [lupdate, "-silent", "-extensions", "py", "selfeval_desktop", "-ts", str(fresh)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return texts(fresh)


def test_every_text_of_the_sources_is_translated_and_no_other(extracted: Texts) -> None:
    translated = texts(TRANSLATION)
    assert set(translated) == set(extracted)
    assert [source for source, text in translated.items() if not text] == []


def test_a_translation_has_the_places_of_its_source() -> None:
    differing = [
        (source, text)
        for (_, source), text in texts(TRANSLATION).items()
        if set(_PLACEHOLDERS.findall(source)) != set(_PLACEHOLDERS.findall(text or ""))
    ]
    assert differing == []


def test_a_menu_keeps_its_access_key() -> None:
    assert [
        source
        for (_, source), text in texts(TRANSLATION).items()
        if re.search(r"&\w", source) and not re.search(r"&\w", text or "")
    ] == []


def test_the_menus_of_the_bar_have_keys_of_their_own() -> None:
    keys = [
        found[1].lower()
        for (context, source), text in texts(TRANSLATION).items()
        if context == "Actions" and re.search(r"\(&\w\)$", source) and (found := re.search(r"&(\w)", text or ""))
    ]
    assert len(keys) == len(set(keys))


def test_no_chinese_is_left_in_english_but_the_mark_on_paper() -> None:
    left = [text for text in texts(TRANSLATION).values() if _CHINESE.search((text or "").replace("草稿", ""))]
    assert left == []


# Looked for in a template's labels, never shown; 字 stands for each character of a text made unreadable.
UNMARKED = {"其中：", "指标", "字"}


def unmarked(path: Path) -> Iterator[str]:
    """Chinese texts in the source that are no argument of a marking call and no docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    marked: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _MARKING:
            marked.update(id(inner) for argument in node.args for inner in ast.walk(argument))
        if isinstance(node, ast.Expr):
            marked.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in marked:
            yield from ([node.value] if _CHINESE.search(node.value) else [])


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@pytest.mark.parametrize("room", ["wording", "ui", "app", "cli"])
def test_no_chinese_in_the_sources_is_beyond_translation(room: str) -> None:
    files = sorted((ROOT / "selfeval_desktop" / room).rglob("*.py"))
    assert files
    found = {f"{path.relative_to(ROOT)}: {text}" for path in files for text in unmarked(path)}
    assert {text for text in found if text.split(": ", 1)[1] not in UNMARKED} == set()
