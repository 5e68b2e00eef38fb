"""Whatever a JSON file or a template costs or raises, a command refuses it with one sentence and goes on."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.errors import BadTemplate, FileProblem, SelfEvalError
from selfeval_desktop.codec import form_json, limited_child, strict
from selfeval_desktop.wording import errors
from tests.builders import complete_form
from tests.cli.conftest import Command, json_file
from tests.hostile_texts import JSON, TEMPLATES
from tests.templates import elsewhere_text


def refusal(selfeval: Command, data: bytes) -> str:
    """The one sentence of the import; no ledger was made, and a good file beside it came in."""
    Path("bad.json").write_bytes(data)
    said = selfeval("import", "L.selfeval", "bad.json")
    assert said.code == 2
    assert not Path("L.selfeval").exists()
    (sentence,) = said.complaints
    assert sentence.startswith("bad.json ")
    return sentence


def many_fields(last: object) -> bytes:
    form = json.loads(form_json.write_forms([complete_form()]))[0]
    form["fields"] = {**{f"k{number}": "1" for number in range(60_000)}, "z": last}
    return json.dumps(form).encode()


def test_x3_a_key_that_stands_twice_among_60000_is_told(selfeval: Command) -> None:
    assert "“k59999”在同一处出现了两次" in refusal(selfeval, JSON["60,000 keys, one twice"]())


def test_x4_the_last_of_60000_keys_is_told_as_the_wrong_one(selfeval: Command) -> None:
    assert "fields.z 的内容“1”类型不对" in refusal(selfeval, many_fields(1))


@pytest.mark.parametrize("what", JSON)
def test_x5_no_json_text_costs_the_command_more_than_its_sentence(selfeval: Command, what: str) -> None:
    assert refusal(selfeval, JSON[what]()).endswith("。")


def test_x5_files_are_read_in_the_limited_process(selfeval: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """No text of a file is parsed in this one, and one process reads them all."""
    started: list[list[str]] = []
    command = paths.reader_command()

    def start() -> list[str]:
        started.append(command)
        return command

    def refuse(_data: bytes) -> None:
        raise AssertionError

    monkeypatch.setattr(strict, "read_json", refuse)
    monkeypatch.setattr(strict, "read_json_items", refuse)
    monkeypatch.setattr(paths, "reader_command", start)
    files = [json_file(f"{number}.json", complete_form(project_name=f"第{number}个")) for number in range(3)]
    assert selfeval("import", "L.selfeval", *files).code == 0
    assert len(started) == 1


def test_x5_our_own_export_of_the_largest_size_comes_in(tmp_path: Path) -> None:
    """Half as many forms as a file may hold, each twice as long as most."""
    count = form_json.MAX_FORMS // 2
    long = complete_form(project_name="")
    room = strict.MAX_BYTES // count - len(form_json.write_forms([long])) - 10
    long = replace(long, goals=replace(long.goals, actual="实" * (room // 3)))
    form = form_json.write_forms([long]).strip()[1:-1]
    path = tmp_path / "all.json"
    path.write_bytes(b"[" + b",".join([form] * count) + b"]")
    assert strict.MAX_BYTES * 0.99 < path.stat().st_size <= strict.MAX_BYTES
    with bootstrap.form_reader(bootstrap.installed_templates()) as read:
        found = read(path)
    assert len(found) == count
    assert set(map(form_json.canonical_bytes, found[:: count // 10])) == {form_json.canonical_bytes(long)}


def told(error: SelfEvalError) -> str:
    sentence = errors.error_sentence(error)
    assert sentence.endswith("。")
    assert not any(word in sentence for word in ("at line", "Error", "recursion", "limit", "None"))
    return sentence


@pytest.mark.parametrize("what", TEMPLATES)
def test_x6_a_template_of_any_kind_of_fault_gives_one_sentence(tmp_path: Path, what: str) -> None:
    path = tmp_path / "来自 U 盘.toml"
    path.write_bytes(TEMPLATES[what]())
    with pytest.raises(BadTemplate) as refused:
        bootstrap.load_template(path)
    assert str(path) in told(refused.value)
    assert not paths.user_templates().exists()


def test_x6_the_place_of_a_fault_is_told_in_figures(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    for text, place in (("a = 1\nb = = 2", "2:5"), ('a = 1\n\nb = "', "3:6")):
        path.write_text(text, "utf-8")
        with pytest.raises(BadTemplate) as refused:
            bootstrap.load_template(path)
        assert (refused.value.problem, refused.value.place) == (FileProblem.NOT_TOML, place)
        assert f"在 {place}（行:列）处" in told(refused.value)


@pytest.mark.parametrize("what", TEMPLATES)
def test_x7_a_bad_template_in_the_users_folder_is_passed_over_and_told_once(selfeval: Command, what: str) -> None:
    paths.user_templates().mkdir(parents=True)
    bad = paths.user_templates() / "zz.toml"
    bad.write_bytes(TEMPLATES[what]())
    said = selfeval("import", "L.selfeval", json_file("a.json"), json_file("b.json"))
    assert said.code == 0
    (sentence,) = said.complaints
    assert sentence.startswith("您的表样文件夹里有一个文件不能用，已跳过，其余表样照常使用：")
    assert str(bad) in sentence
    bootstrap._template_folder.cache_clear()
    bad.unlink()
    assert selfeval("check", "L.selfeval").complaints == []


def test_x7_a_template_that_is_mended_is_used_from_then_on(tmp_path: Path) -> None:
    paths.user_templates().mkdir(parents=True)
    installed = bootstrap.installed_templates()
    bad, odd = (paths.user_templates() / name for name in ("elsewhere.toml", "别处 2.toml"))
    bad.write_text("id = [", "utf-8")
    odd.write_text(elsewhere_text(), "utf-8")
    before = {each.id for each in installed.newest_templates()}
    assert {error.path for error in installed.passed_over if isinstance(error, BadTemplate)} == {bad, odd}
    odd.rename(bad)
    assert {each.id for each in installed.newest_templates()} - before == {"elsewhere"}
    assert installed.passed_over == ()


def test_the_limits_are_those_that_are_promised() -> None:
    assert limited_child.MEMORY == 300_000_000
