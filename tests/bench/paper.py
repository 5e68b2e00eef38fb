"""A form on paper, against what offices and typesetters print with."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import count, cycle
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from selfeval_desktop import paths
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import pdf_bytes, write_pdf
from tests.bench import libreoffice, typst_source
from tests.bench.children import until_ended
from tests.bench.forms import EXAMPLE, another, example, ledger_of, printout
from tests.bench.measuring import Row, in_turn, rate, ratio, show, speedup

COLD_RUNS = 5
WARM_RUNS = 31
WARM = 5
BATCH_RUNS = 3
BATCH = 50
LARGE_BATCH = 200


def drawing() -> None:
    """A PDF of two pages from its sheet; beside it, reportlab drawing the same operations from a ready list."""
    ready = printout(example())
    pages = pages_of(ready)
    ours, other = in_turn(lambda: pdf_bytes([ready]), lambda: _drawn(pages), runs=WARM_RUNS, warm=WARM)
    show("纸张", [ratio(f"{len(pages)} 页 PDF ÷ reportlab 画出现成的清单", ours, other, at_most=2)])


def batches(folder: Path) -> None:
    """200 different forms, into one PDF and into one each; beside it, their operations drawn from ready lists."""
    forms = [another(number) for number in range(LARGE_BATCH)]
    pages = [page for number, form in enumerate(forms) for page in pages_of(printout(form, number))]

    targets = (folder / f"batch-{number}" for number in count())

    def write(ending: str) -> None:
        target = next(targets).with_suffix(ending)
        write_pdf([printout(form, number) for number, form in enumerate(forms)], target)

    one, many, drawn = in_turn(
        lambda: write(".pdf"),
        lambda: write(""),
        lambda: _drawn(pages),
        runs=BATCH_RUNS,
        warm=0,
    )
    rows = [
        rate(f"{LARGE_BATCH} 张表成一个 PDF ÷ reportlab 画出现成的清单", len(pages), one, drawn, at_least=150),
        rate(
            f"{LARGE_BATCH} 张表各成一个 PDF ÷ reportlab 画出现成的清单",
            len(pages),
            many,
            drawn,
            at_least=150,
        ),
    ]
    show("批量", rows)


def _drawn(pages: Sequence[Page]) -> None:
    canvas = Canvas(BytesIO(), invariant=1, pageCompression=1)
    for page in pages:
        _draw_page(canvas, page)
    canvas.save()


def _draw_page(canvas: Canvas, page: Page) -> None:
    canvas.setPageSize((page.width, page.height))
    canvas.lines([(rule.x1, page.height - rule.y1, rule.x2, page.height - rule.y2) for rule in page.rules])
    for block in page.blocks:
        canvas.rect(block.x, page.height - block.y - block.height, block.width, block.height, 0, 1)
    text = canvas.beginText()
    for run in page.runs:
        text.setFont(_registered(run.font), run.size)
        text.setTextOrigin(run.x, page.height - run.baseline)
        text.textOut(run.text)
    canvas.drawText(text)
    canvas.showPage()


@cache
def _registered(name: str) -> str:
    pdfmetrics.registerFont(TTFont(name, str(paths.font_file(name)), shapable=False))
    return name


def against_typst() -> None:
    """One form, evaluated, laid out and made a PDF by a running program; typst is given the same form.

    Each run prints another form. typst remembers what it set before, so that a form of which only the
    name is another is a second matter; and so is a typst that reads the fonts for each form, as `typst.compile` does.
    """
    heading = "与 typst 比，两页的表"
    if sentence := typst_source.lacking():
        show(heading, [], [sentence])
        return
    import typst

    def fonts() -> typst.Fonts:
        """The program's, and no other."""
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[paths.font_folder()])

    compiler = typst.Compiler(font_paths=fonts())
    turned = list(map(another, range(WARM_RUNS + WARM)))
    renamed = [replace(example(), project_name=f"项目{number}") for number in range(WARM_RUNS + WARM)]
    rows = [
        _beside_typst("每张表都不同", turned, compiler.compile),
        _beside_typst("只有项目名称不同", renamed, compiler.compile),
        _beside_typst("每张表都不同，每次重读字体", turned, lambda source: typst.compile(source, font_paths=fonts())),
    ]
    show(heading, rows)


def _beside_typst(name: str, forms: Sequence[Form], compile_: Callable[[bytes], object]) -> Row:
    for_us, for_typst = iter(forms), iter(forms)
    ours, other = in_turn(
        lambda: pdf_bytes([printout(next(for_us))]),
        lambda: compile_(typst_source.typst_source(printout(next(for_typst)))),
        runs=WARM_RUNS,
        warm=WARM,
    )
    return speedup(name, ours, other, at_least=1)


def against_libreoffice(folder: Path) -> None:
    """Whole processes, one form from the running program, and a batch; LibreOffice is given Word files."""
    heading = "与 LibreOffice 比，两页的表"
    if sentence := libreoffice.lacking():
        show(heading, [], [sentence])
        return
    from tests.bench.word import write_docx

    office = libreoffice.LibreOffice(folder)
    home = folder / "home"
    ledger = ledger_of(folder / "one.selfeval", [example()])
    command = ("selfeval_desktop.cli", "print", str(ledger), "--out", str(folder / "one.pdf"))
    forms = list(map(another, range(BATCH)))
    files = [write_docx(printout(form), folder / f"{number}.docx") for number, form in enumerate(forms)]
    numbers = cycle(range(BATCH))
    targets = (folder / f"forms-{number}" for number in count())
    whole, least, warm, once = in_turn(
        until_ended(home, *command),
        until_ended(home, "tests.bench.prints", str(EXAMPLE), str(folder / "least.pdf")),
        lambda: pdf_bytes([printout(forms[next(numbers)])]),
        office.conversion(files[:1]),
        runs=COLD_RUNS,
    )
    batch, office_batch = in_turn(
        lambda: write_pdf([printout(form, number) for number, form in enumerate(forms)], next(targets)),
        office.conversion(files),
        runs=BATCH_RUNS,
        warm=0,
    )
    rows = [
        speedup("整个进程：selfeval print，从台账到 PDF", whole, once, at_least=4),
        speedup("整个进程：从 JSON 文件到 PDF", least, once, at_least=4),
        speedup("运行中的程序打一张 ÷ 调用一次", warm, once, at_least=30),
        speedup(f"一批 {BATCH} 张，每张", batch / BATCH, office_batch / BATCH, at_least=5),
    ]
    show(heading, rows)
