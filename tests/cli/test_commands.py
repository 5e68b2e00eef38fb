"""Each command does what design.md §6 says, with its exit code."""

import json
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from selfeval_desktop import __version__, bootstrap, paths
from selfeval_desktop.app.errors import UnreadableFile
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.domain.rules.accepted_findings import explain_finding
from selfeval_desktop.storage.file import database, opening
from tests.builders import complete_form, fund, mof_2020, with_fund, with_row
from tests.cli.conftest import Command, json_file
from tests.templates import ELSEWHERE, elsewhere_text, later_text

EXAMPLES = sorted(paths.example_folder().glob("*.json"))


def test_new_makes_an_empty_ledger(selfeval: Command) -> None:
    assert selfeval("new", "L.selfeval").code == 0
    assert json.loads(selfeval("list", "L.selfeval", "--json").out) == []


def test_import_tells_one_line_per_form(selfeval: Command) -> None:
    unfinished = complete_form(goals=Goals("做好宣传。", ""))
    said = selfeval("import", "L.selfeval", json_file("a.json"), json_file("b.json", unfinished, complete_form()))
    assert said.code == 0
    assert said.out.splitlines() == [
        "1  宣传与推广  没有发现问题",
        "2  宣传与推广  1 个错误",
        "3  宣传与推广  没有发现问题",
    ]


def test_a_form_without_a_name_is_still_told(selfeval: Command) -> None:
    said = selfeval("import", "L.selfeval", json_file("a.json", complete_form(project_name="")))
    assert said.out == "1  （未填项目名称）  1 个错误\n"


def test_a_name_with_line_breaks_stays_in_one_line(selfeval: Command) -> None:
    form = complete_form(project_name="宣传\n与\t推广", unit="甲\n乙")
    assert selfeval("import", "L", json_file("a.json", form)).out == "1  宣传 与 推广  1 个提示\n"
    _, listed = selfeval("list", "L").out.splitlines()
    assert "宣传 与 推广" in listed
    assert "甲 乙" in listed
    assert "宣传 与 推广" in selfeval("check", "L").out.splitlines()[0]


def test_import_adds_to_a_ledger_that_is_there(selfeval: Command, ledger: Path) -> None:
    assert selfeval("import", ledger, json_file("again.json")).out.startswith("4  ")


def test_import_takes_the_good_files_and_says_which_were_bad(selfeval: Command) -> None:
    Path("bad.json").write_text("{", "utf-8")
    said = selfeval("import", "L.selfeval", "bad.json", json_file("good.json"))
    assert said.code == 1
    assert len(said.complaints) == 1
    assert "bad.json" in said.err
    assert len(json.loads(selfeval("list", "L.selfeval", "--json").out)) == 1


def test_a_template_that_the_user_loaded_is_known(selfeval: Command) -> None:
    Path("elsewhere.toml").write_text(elsewhere_text(), "utf-8")
    bootstrap.load_template(Path("elsewhere.toml"))
    form = complete_form(template=ELSEWHERE, money_unit="万元", funds={})
    assert selfeval("import", "L", json_file("a.json", form)).code == 0
    under = ("--template", ELSEWHERE)
    assert selfeval("import", "L", json_file("b.json", complete_form(funds={})), *under).code == 0
    assert selfeval("print", "L", "--out", "out.pdf").code == 0


def test_forms_are_checked_and_printed_by_the_version_that_they_are_under(selfeval: Command, ledger: Path) -> None:
    before = selfeval("check", ledger, "--json").out
    selfeval("print", ledger, "--form", "1", "--out", "before.pdf")
    Path("later.toml").write_text(later_text(), "utf-8")
    bootstrap.load_template(Path("later.toml"))
    assert selfeval("check", ledger, "--json").out == before
    selfeval("print", ledger, "--form", "1", "--out", "after.pdf")
    assert Path("after.pdf").read_bytes() == Path("before.pdf").read_bytes()
    selfeval(
        "import",
        ledger,
        json_file("new.json", complete_form(funds={"current_year": fund("150000", "150000", "120000")})),
    )
    said = json.loads(selfeval("check", ledger, "--form", "4", "--json").out)
    assert said[0]["evaluation"]["execution_score"] == "10.00"


def test_what_comes_in_is_marked_as_in_the_window(selfeval: Command) -> None:
    selfeval("import", "L.selfeval", json_file("a.json"))
    with closing(bootstrap.ledger_files().open_ledger_file(Path("L.selfeval"), read_only=True)) as store:
        form = store.load_form(1)
    assert form.cell_origin(FieldRef.indicator(1, "actual")) is ValueOrigin.IMPORTED
    assert form.cell_origin(FieldRef.indicator(1, "score")) is None


def test_import_under_a_named_template(selfeval: Command) -> None:
    assert selfeval("import", "L.selfeval", json_file("a.json"), "--template", "mof-2020").code == 0


def test_list_json_has_the_keys_of_the_design(selfeval: Command, ledger: Path) -> None:
    listed = json.loads(selfeval("list", ledger, "--json").out)
    assert listed[:2] == [
        {
            "form": 1,
            "project_name": "宣传与推广",
            "year": 2023,
            "unit": "某区信访办公室",
            "state": "可打印",
            "execution_rate": "100.00",
            "score_total": "100.00",
            "grade": "优",
            "errors": 0,
            "warnings": 0,
            "hints": 0,
        },
        {**listed[0], "form": 2, "project_name": "课题与规划", "state": "草稿", "errors": 1},
    ]


def test_list_has_a_line_per_form_in_columns(selfeval: Command, ledger: Path) -> None:
    head, *rows = selfeval("list", ledger).out.splitlines()
    assert head.split()[:3] == ["编号", "年度", "状态"]
    assert [row.split()[0] for row in rows] == ["1", "2", "3"]


def test_check_json_has_the_shape_of_the_design(selfeval: Command, ledger: Path) -> None:
    said = selfeval("check", ledger, "--form", 2, "--json")
    assert said.code == 1
    assert json.loads(said.out) == [
        {
            "form": 2,
            "project_name": "课题与规划",
            "evaluation": {
                "execution_rate": "100.00",
                "execution_score": "10.00",
                "weight_total": "100",
                "score_total": "100.00",
                "grade": "优",
                "indicator_scores": ["20.00", "15.00", "15.00", "30.00", "10.00"],
                "calculated_scores": ["20.00", "15.00", "15.00", "30.00", "10.00"],
            },
            "findings": [
                {
                    "code": "K49",
                    "severity": "error",
                    "field": "goals.actual",
                    "message": "实际完成情况没有填写。请填写。",
                }
            ],
        }
    ]


def test_check_json_tells_what_does_not_exist_as_null(selfeval: Command) -> None:
    empty = complete_form(funds={}, indicators=complete_form().indicators[:1])
    rows = tuple(row.__class__(level1=row.level1) for row in empty.indicators)
    selfeval("import", "L.selfeval", json_file("a.json", complete_form(funds={}, indicators=rows)))
    evaluation = json.loads(selfeval("check", "L.selfeval", "--json").out)[0]["evaluation"]
    assert evaluation["execution_rate"] is None
    assert evaluation["indicator_scores"] == [None]


def test_check_names_the_cell_and_is_0_without_errors(selfeval: Command, ledger: Path) -> None:
    said = selfeval("check", ledger)
    assert said.code == 1
    assert "  错误  目标 · 实际完成情况：实际完成情况没有填写。请填写。" in said.out.splitlines()
    assert selfeval("check", ledger, "--form", 1, "--form", 3).code == 0


def test_check_tells_what_the_forms_say_of_each_other(selfeval: Command) -> None:
    other = with_row(complete_form(), 3, target="≥90%", actual="91%")
    selfeval("import", "L", json_file("a.json", complete_form(), other))
    first, second = json.loads(selfeval("check", "L", "--json").out)
    for record in (first, second):
        assert [(each["code"], each["field"]) for each in record["findings"]] == [("K59", "project_name")]
        assert [(each["code"], each["field"]) for each in record["across"]] == [("K36", "indicators[3].target")]
    assert json.loads(selfeval("check", "L", "--json", "--form", 2).out) == [second]
    said = selfeval("check", "L")
    assert said.code == 0
    assert sum("政策知晓率" in line for line in said.out.splitlines()) == 2


def test_check_leaves_out_the_rules_that_the_ledger_does_without_and_tells_reasons(selfeval: Command) -> None:
    words = with_row(complete_form(), 4, target="满意", actual="满意", achievement="met")
    words = with_fund(words, "current_year", initial=Decimal(150010))
    selfeval("import", "L", json_file("a.json", words))
    with closing(bootstrap.ledger_files().open_ledger_file(Path("L"))) as store:
        form = store.load_form(1)
        evaluation = evaluate(form, mof_2020())
        changed = next(each for each in evaluation.findings if each.code == "K17")
        form = explain_finding(form, changed, "按批复")
        store.save_form(1, Draft(form, evaluation))
        store.save_rules_off({"K43"}, {})
    (record,) = json.loads(selfeval("check", "L", "--json").out)
    assert "K43" not in [each["code"] for each in record["findings"]]
    assert (record["findings"][-1]["code"], record["findings"][-1]["explained"]) == ("K17", "按批复")
    lines = selfeval("check", "L").out.splitlines()
    assert lines[0].endswith("已说明 1 个")
    assert lines[-1].startswith("  已说明  资金")
    assert lines[-1].endswith("说明：按批复")
    assert selfeval("import", "L", json_file("b.json", words)).code == 0
    assert [form["warnings"] for form in json.loads(selfeval("list", "L", "--json").out)][1:] == [1]


def test_print_says_what_no_font_has_and_still_prints(selfeval: Command) -> None:
    lacking = complete_form(project_name="甲\U00030000")
    selfeval("import", "L", json_file("a.json", complete_form(), lacking))
    said = selfeval("print", "L", "--out", "a.pdf")
    assert said.code == 0
    assert Path("a.pdf").is_file()
    assert said.complaints == ["2 号表“甲\U00030000”：这些字没有字体可以印出，会印成方框：项目名称“\U00030000”。"]


def test_print_to_one_file_records_the_forms_without_errors(selfeval: Command, ledger: Path) -> None:
    assert selfeval("print", ledger, "--out", "all.pdf").code == 0
    assert Path("all.pdf").read_bytes().startswith(b"%PDF")
    states = [form["state"] for form in json.loads(selfeval("list", ledger, "--json").out)]
    assert states == ["已打印", "草稿", "已打印"]


def test_print_to_a_folder_makes_one_file_per_form(selfeval: Command, ledger: Path) -> None:
    assert selfeval("print", ledger, "--out", "pdf").code == 0
    assert sorted(path.name for path in Path("pdf").iterdir()) == [
        "某区信访办公室-2023-宣传与推广-1.pdf",
        "某区信访办公室-2023-维稳工作-3.pdf",
        "某区信访办公室-2023-课题与规划-2.pdf",
    ]


def test_final_print_leaves_out_forms_with_errors(selfeval: Command, ledger: Path) -> None:
    said = selfeval("print", ledger, "--out", "pdf", "--final")
    assert said.code == 1
    assert said.complaints == ["2 号表“课题与规划”有 1 个错误，没有打印。请改正后再打印。"]
    assert len(list(Path("pdf").iterdir())) == 2


def test_final_print_to_one_file_is_all_or_nothing(selfeval: Command, ledger: Path) -> None:
    assert selfeval("print", ledger, "--out", "all.pdf", "--final").code == 2
    assert not Path("all.pdf").exists()
    assert selfeval("print", ledger, "--out", "all.pdf", "--final", "--form", 3).code == 0


def test_export_as_json_gives_equal_forms(selfeval: Command, ledger: Path) -> None:
    assert selfeval("export", ledger, "--out", "out.json", "--as", "json").code == 0
    before, after = (
        form_json.read_file(Path(name), bootstrap.installed_templates()) for name in ("forms.json", "out.json")
    )
    assert after == before
    state = json.loads(selfeval("list", ledger, "--json").out)[0]["state"]
    assert state == "已导出"


def test_export_as_xlsx_writes_a_book(selfeval: Command, ledger: Path) -> None:
    assert selfeval("export", ledger, "--out", "out.xlsx", "--as", "xlsx").code == 0
    assert Path("out.xlsx").read_bytes().startswith(b"PK")


def test_the_same_form_asked_for_twice_is_written_once(selfeval: Command, ledger: Path) -> None:
    selfeval("export", ledger, "--out", "out.json", "--as", "json", "--form", 3, "--form", 1, "--form", 3)
    written = json.loads(Path("out.json").read_text("utf-8"))
    assert [form["project_name"] for form in written] == ["维稳工作", "宣传与推广"]


def test_verify_says_that_all_is_well(selfeval: Command, ledger: Path) -> None:
    said = selfeval("verify", ledger)
    assert (said.code, said.out) == (0, "台账完好，共 3 张自评表。\n")


def test_a_backup_is_a_ledger_of_its_own(selfeval: Command, ledger: Path) -> None:
    assert selfeval("backup", ledger, "--out", "copy.selfeval").code == 0
    copied, original = (selfeval("list", path, "--json").out for path in ("copy.selfeval", ledger))
    assert copied == original


def test_a_backup_without_a_name_goes_to_the_users_own_folder(
    selfeval: Command, ledger: Path, selfeval_home: Path
) -> None:
    assert selfeval("backup", ledger).code == 0
    (made,) = (selfeval_home / "data" / "backups").rglob("*.selfeval")
    assert made.name.startswith("L-000001-")
    assert made.name.endswith("-by_hand.selfeval")
    assert selfeval("verify", made).code == 0


def test_a_backup_is_restored_under_a_new_name(selfeval: Command, ledger: Path) -> None:
    selfeval("backup", ledger, "--out", "copy.selfeval")
    before = Path("copy.selfeval").read_bytes()
    said = selfeval("restore", "new.selfeval", "copy.selfeval")
    assert (said.code, said.out) == (0, "已恢复到：new.selfeval，共 3 张自评表。备份没有改动。\n")
    assert Path("copy.selfeval").read_bytes() == before
    restored, original = (selfeval("list", path, "--json").out for path in ("new.selfeval", ledger))
    assert restored == original
    assert selfeval("verify", "new.selfeval").code == 0


def test_what_goes_into_a_ledger_is_backed_up_before(selfeval: Command, ledger: Path, selfeval_home: Path) -> None:
    assert list(selfeval_home.rglob("*.selfeval")) == []
    assert selfeval("import", ledger, json_file("more.json")).code == 0
    (made,) = selfeval_home.rglob("*before_import.selfeval")
    assert len(json.loads(selfeval("list", made, "--json").out)) == 3
    assert selfeval("import", ledger, "没有.json").code == 2
    assert len(list(selfeval_home.rglob("*.selfeval"))) == 1


def test_x16_a_restored_ledger_is_not_denied_when_it_cannot_be_read_again(
    selfeval: Command, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is in it was read before it got its name."""

    def fail(_: object, path: Path, **__: object) -> None:
        raise UnreadableFile(path, "EIO")

    selfeval("backup", ledger, "--out", "copy.selfeval")
    with monkeypatch.context() as patch:
        patch.setattr(opening.SqliteLedgers, "open_ledger_file", fail)
        said = selfeval("restore", "new.selfeval", "copy.selfeval")
    assert said.code == 0
    assert "new.selfeval" in said.out
    assert selfeval("verify", "new.selfeval").code == 0


@pytest.mark.parametrize(
    "command", ["", "new", "import", "list", "check", "print", "export", "verify", "backup", "restore"]
)
def test_help_tells_how_a_command_is_written(selfeval: Command, command: str) -> None:
    said = selfeval(*command.split(), "--help")
    assert said.code == 0
    assert f"selfeval {command}" in said.out


def test_the_version_is_told(selfeval: Command) -> None:
    assert selfeval("--version").out == f"{__version__}\n"


def test_all_examples_import_without_errors_and_score_in_full(selfeval: Command) -> None:
    assert selfeval("import", "L.selfeval", *EXAMPLES).code == 0
    listed = json.loads(selfeval("list", "L.selfeval", "--json").out)
    assert len(listed) == 5
    for form in listed:
        assert (form["errors"], form["execution_rate"], form["score_total"]) == (0, "100.00", "100.00")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_leaves_calculated_cells_to_the_program(path: Path) -> None:
    (form,) = form_json.read_file(path, bootstrap.installed_templates())
    assert form.execution_score is None
    assert form.fund_line("total").annual is None
    assert {row.score for row in form.indicators} == {None}
    assert form.goals.expected != form.goals.actual


def test_x1_every_command_says_when_a_ledger_grows_large(
    selfeval: Command, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "就不能再存入" not in selfeval("list", ledger).err
    monkeypatch.setattr(database, "MAX_BYTES", 2 * ledger.stat().st_size - 1)
    for command in ("list", "verify"):
        said = selfeval(command, ledger)
        assert (said.code, len(said.complaints)) == (0, 1)
        assert "就不能再存入，内容都完好" in said.err


def test_template_check_tells_all_faults_of_a_file(selfeval: Command, tmp_path: Path) -> None:
    text = elsewhere_text()
    Path("good.toml").write_text(text, "utf-8")
    Path("bad.toml").write_text(text.replace("title = ", "titel = ").replace('full_mark = "100"', ""), "utf-8")
    good, bad, missing = (selfeval("template", "check", f"{name}.toml") for name in ("good", "bad", "none"))
    assert (good.code, bad.code, missing.code) == (0, 1, 2)
    assert good.out.endswith("没有问题，可以载入。\n")
    lines = bad.out.splitlines()
    assert lines[0] == "表样文件 bad.toml 有 3 处问题，不能使用。请逐处改正后再试。"
    assert any("titel：不认识“titel”" in line for line in lines)
    assert any("full_mark：缺少这一项" in line for line in lines)


def test_check_tells_findings_of_one_rule_in_one_line_and_json_each(selfeval: Command) -> None:
    form = complete_form()
    for row in (0, 2, 3):
        form = with_row(form, row, actual="")
    selfeval("import", "L.selfeval", json_file("a.json", form))
    lines = [line for line in selfeval("check", "L.selfeval").out.splitlines() if "实际完成值" in line]
    assert [line.partition("：")[0].strip() for line in lines] == ["错误  指标 · 第 1、3、4 行 · 实际完成值"]
    (checked,) = json.loads(selfeval("check", "L.selfeval", "--json").out)
    assert [each["field"] for each in checked["findings"] if each["code"] == "K33"] == [
        f"indicators[{row}].actual" for row in (0, 2, 3)
    ]
