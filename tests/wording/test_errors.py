"""Every error of the world has a sentence that a clerk can act on."""

import os
import re
from collections.abc import Callable, Iterator
from errno import EINVAL, EIO, ENAMETOOLONG, ENOSPC
from pathlib import Path

import pytest

from selfeval_desktop.app import errors
from selfeval_desktop.app.errors import (
    CodeFault,
    FileLoss,
    FileProblem,
    FileProtection,
    ForeignFile,
    LedgerDamage,
    ListFault,
    PackageFault,
    SelfEvalError,
    StoredText,
    UnfitReason,
)
from selfeval_desktop.app.foreign_files import NOT_REGULAR, SECOND_NAME
from selfeval_desktop.wording import errors as wording

LEDGER = Path("甲.selfeval")
# No template has forms in it, names another or is read as JSON; its parser has no words for a key that stands twice.
OF_FORMS_ALONE = {
    FileProblem.NO_FORMS,
    FileProblem.UNKNOWN_TEMPLATE,
    FileProblem.NOT_JSON,
    FileProblem.DUPLICATE_KEY,
}


def kinds(kind: type[SelfEvalError] = SelfEvalError) -> Iterator[type[SelfEvalError]]:
    """Every kind of error, however deep."""
    for child in kind.__subclasses__():
        yield child
        yield from kinds(child)


EXAMPLES = (
    errors.MissingFile(LEDGER),
    errors.FileExists(LEDGER),
    *(errors.NotALedger(LEDGER, reason) for reason in ForeignFile),
    *(errors.DamagedLedger(LEDGER, reason) for reason in LedgerDamage),
    errors.DamagedForm(LEDGER, LedgerDamage.CONTENT, 3, "宣传与推广"),
    errors.NewerLedger(LEDGER),
    errors.LedgerInUse(LEDGER, "李四（办公室电脑）"),
    errors.LedgerInUse(LEDGER, ""),
    errors.LeftLock(LEDGER, "李四@PC2 14:03", Path(".~lock.甲.selfeval")),
    errors.UnfinishedStep(LEDGER),
    errors.LeftLock(LEDGER, "", Path(".~lock.甲.selfeval")),
    errors.OpenedReadOnly(LEDGER),
    errors.StaleLedger(LEDGER),
    errors.ChangedElsewhere(1, "宣传"),
    errors.ChangedElsewhere(1, ""),
    *(errors.LostLedger(LEDGER, fate) for fate in FileLoss),
    errors.UnreadableFile(LEDGER, "没有权限"),
    errors.UnwritableFile(LEDGER, "没有权限"),
    errors.UnreadableClipboard(),
    errors.TooManyTemplates(LEDGER, 200, 4 << 20),
    errors.ReaderNotStarted(Path("selfeval"), "没有权限"),
    *(kind(LEDGER, os.strerror(EIO)) for kind in (errors.UnreadableFile, errors.UnwritableFile)),
    errors.UnreadableFile(LEDGER, NOT_REGULAR),
    *(errors.UnwritableFile(LEDGER, reason) for reason in (NOT_REGULAR, SECOND_NAME)),
    *(errors.ProtectedFile(LEDGER, reason) for reason in FileProtection),
    *(errors.TextBeyondLimit(LEDGER, texts, 64 << 20) for texts in StoredText),
    errors.FullLedger(LEDGER, 2 << 30),
    errors.WrittenNotRead(LEDGER, os.strerror(EIO)),
    errors.FormNotInCopy(LEDGER, os.strerror(ENOSPC)),
    errors.NotBackedUp(LEDGER, Path("backups"), "没有权限"),
    errors.UnknownForm(7),
    errors.Cancelled(),
    errors.PrinterRefused("财务室"),
    errors.UnknownTemplate("某样"),
    *(errors.BadFormFile(LEDGER, "[2].funds.total.annual", problem, "内容") for problem in FileProblem),
    *(errors.BadTemplate(LEDGER, "", problem, "内容") for problem in FileProblem),
    errors.BadResource(LEDGER, "causes[0].name", FileProblem.WRONG_TYPE, "1"),
    errors.BadResource(LEDGER, "", FileProblem.NOT_TOML, "…"),
    errors.OtherTemplateVersion("某样", "1", "2"),
    errors.OldTemplate(LEDGER, "某样", 1, 2),
    errors.OtherTemplate(LEDGER, "某样", 2),
    *(errors.NotACode(fault, "U") for fault in CodeFault),
    *(errors.NoFinanceList(LEDGER, fault) for fault in ListFault),
    *(errors.UnfitFile(LEDGER, reason, "内容") for reason in UnfitReason),
    *(errors.UnfitPackage(LEDGER, fault) for fault in PackageFault),
    errors.UnreadCells(3, ("indicators[0].weight", "funds.total.annual")),
    errors.TextTooLong("goals.actual", 40000),
    errors.TextTooLong("goals.actual", 40000, "宣传"),
    errors.TooMuchText("宣传", 9_700_000, 300_000),
    errors.NotReady(3, "宣传", 2, 0),
    errors.NotReady(3, " ", 0, 4),
    errors.ReadBackMismatch("甲.xlsx", "goals.actual", "已完成", "完成"),
    errors.ReadBackMismatch("甲.pdf", "", "", ""),
)


def test_every_kind_of_error_is_among_the_examples() -> None:
    assert set(kinds()) == {type(error) for error in EXAMPLES}


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_a_sentence_is_one_line_with_a_next_step(error: SelfEvalError) -> None:
    sentence = wording.error_sentence(error)
    assert "\n" not in sentence
    assert "请" in sentence
    assert sentence.endswith("。")
    assert not re.search(r"[{}]|None", sentence)


@pytest.mark.parametrize("problem", sorted(set(FileProblem) - OF_FORMS_ALONE), ids=str)
def test_a_template_is_told_as_a_template(problem: FileProblem) -> None:
    sentence = wording.error_sentence(errors.BadTemplate(Path("样.toml"), "id", problem, "x"))
    assert sentence.startswith("表样文件 样.toml")
    assert "没有使用" in sentence
    assert "导入" not in sentence


def test_a_newer_ledger_asks_for_an_upgrade() -> None:
    assert "请升级程序" in wording.error_sentence(errors.NewerLedger(LEDGER))


def test_a_held_ledger_names_its_holder() -> None:
    assert "正在使用（李四@PC-3 14:03 起）" in wording.error_sentence(errors.LedgerInUse(LEDGER, "李四@PC-3 14:03"))


def test_a_refused_file_names_the_place_and_the_text() -> None:
    sentence = wording.error_sentence(
        errors.BadFormFile(LEDGER, "[2].funds.total.annual", FileProblem.NOT_A_NUMBER, "abc")
    )
    assert sentence == "甲.selfeval 中 [2].funds.total.annual 的内容“abc”不是数字，没有导入。请改为数字。"


def test_a_complaint_without_a_place_speaks_of_the_file() -> None:
    assert "文件开头" in wording.error_sentence(errors.BadFormFile(LEDGER, "", FileProblem.NOT_A_NUMBER, "NaN"))


def test_the_system_speaks_the_users_language() -> None:
    sentence = wording.error_sentence(errors.UnwritableFile(LEDGER, os.strerror(ENOSPC)))
    assert "（磁盘已满）" in sentence


@pytest.mark.parametrize("kind", [errors.UnwritableFile, errors.UnreadableFile])
@pytest.mark.parametrize(("number", "reason"), [(EINVAL, "系统不接受这个名称"), (ENAMETOOLONG, "名称太长")])
def test_a_name_that_the_system_does_not_take_wants_another_one(
    kind: Callable[[Path, str], SelfEvalError], number: int, reason: str
) -> None:
    sentence = wording.error_sentence(kind(LEDGER, os.strerror(number)))
    assert f"（{reason}）" in sentence
    assert sentence.endswith('请换一个短些的，里面不要有 \\ / : * ? " < > |。')


def test_a_path_that_windows_may_not_follow_wants_a_shorter_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "_LONGEST_PATH", 259)
    assert "路径太长" in wording.error_sentence(errors.MissingFile(Path("长" * 260)))
    assert "路径太长" not in wording.error_sentence(errors.MissingFile(LEDGER))


def test_an_unknown_word_of_the_system_is_passed_on() -> None:
    assert wording.system_reason("strange") == "strange"


def test_cells_are_named_in_the_forms_words_and_a_long_list_is_cut() -> None:
    cells = tuple(f"indicators[{row}].weight" for row in range(5))
    sentence = wording.error_sentence(errors.UnreadCells(3, cells))
    assert "指标 · 第 1 行 · 分值、指标 · 第 2 行 · 分值、指标 · 第 3 行 · 分值、…" in sentence
    assert "第 4 行" not in sentence


def test_a_cell_of_the_paper_that_is_no_field_keeps_its_name() -> None:
    assert wording.error_sentence(errors.TextTooLong("(0, 1)", 40000)).startswith("(0, 1)有 40000 个字")


def test_a_line_break_in_a_path_does_not_break_the_line() -> None:
    assert "\n" not in wording.error_sentence(errors.MissingFile(Path("甲\n乙.selfeval")))


def test_the_cause_is_the_systems_own_word_where_it_has_one() -> None:
    assert wording.error_cause(errors.UnwritableFile(LEDGER, os.strerror(ENOSPC))) == "磁盘已满"
    damaged = errors.DamagedLedger(LEDGER, LedgerDamage.CONTENT)
    assert wording.error_cause(damaged) == wording.error_sentence(damaged)
    missing = errors.MissingFile(LEDGER)
    assert wording.error_cause(missing) == wording.error_sentence(missing)
