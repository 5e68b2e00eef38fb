"""Taking in the spreadsheets of many offices, and packing what is handed up."""

import io
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook

from selfeval_desktop import bootstrap
from selfeval_desktop.app.incoming import Incoming, form_marked_imported
from selfeval_desktop.app.ledger.templates import evaluate_draft
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.paper.packages import build_package
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.wording.lists.batch_lists import PACKAGE_LISTS
from tests.bench.forms import another, ledger_of, printout
from tests.bench.measuring import Row, ratio, seconds, show

_IMPORTED = 500
_PACKED = 200
_MOST_IMPORTING, _MOST_PACKING = 4.0, 6.0
"""How many times as long as opening the same spreadsheets each may take."""


def exchange(folder: Path) -> None:
    """Both are told of each file, and can be stopped there."""
    told: list[int] = []
    rows = [_importing(folder, told), _packing(folder, told)]
    show("收进与报出", rows, [f"进度和取消共 {len(told)} 次"])


def _importing(folder: Path, told: list[int]) -> Row:
    """From the files to the forms in a ledger, beside openpyxl that only opens them."""
    inbox = folder / "inbox"
    inbox.mkdir()
    paths = [inbox / f"{number}.xlsx" for number in range(_IMPORTED)]
    write = bootstrap.form_writers()["xlsx"]
    for number, path in enumerate(paths):
        write([printout(another(number), number + 1)], path)
    known = bootstrap.installed_templates()

    def take_in() -> None:
        read: list[Incoming] = []
        with bootstrap.office_reader(known) as reader:
            for path in paths:
                read.append(reader(path, lambda _done, _all: told.append(len(read))))
        drafts = [evaluate_draft(form_marked_imported(each.recognised_forms[0].readings[0]), known) for each in read]
        with closing(SqliteLedgers(known).create_ledger_file(folder / "received.selfeval", drafts)) as store:
            assert len(store.form_summaries()) == _IMPORTED

    ours = seconds(take_in)
    bare = seconds(lambda: [load_workbook(path) for path in paths])
    return ratio(f"导入 {_IMPORTED} 个 xlsx", ours, bare, at_most=_MOST_IMPORTING)


def _packing(folder: Path, told: list[int]) -> Row:
    """From a ledger to the proved package, beside openpyxl that only opens its spreadsheets."""
    ledger = ledger_of(folder / "packed.selfeval", [another(number) for number in range(_PACKED)])
    target = folder / "package.zip"
    paperwork = Paperwork(bootstrap.installed_templates(), bootstrap.paper_code, "草稿")

    def pack() -> None:
        with closing(SqliteLedgers(bootstrap.installed_templates()).open_ledger_file(ledger)) as store:
            made = paperwork.build_outputs(store, [summary.form_id for summary in store.form_summaries()])
        bootstrap.write_package(
            build_package(made, paperwork, PACKAGE_LISTS), target, lambda done, _all: told.append(done)
        )

    ours = seconds(pack)
    with ZipFile(target) as archive:
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    bare = seconds(lambda: [load_workbook(io.BytesIO(book)) for book in books])
    return ratio(f"{_PACKED} 张表的上报包", ours, bare, at_most=_MOST_PACKING)
