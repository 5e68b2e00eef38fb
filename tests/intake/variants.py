"""Forms as offices send them in: forty ways to write the same, each with what must become of it."""

import csv
import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from docx import Document
from docx.table import Table
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_desktop.app.incoming import PassedOverReason, RecognisedKind
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from selfeval_desktop.domain.reading.pasting import Refusal
from tests.blocks import html_of
from tests.builders import complete_form, with_fund, with_row
from tests.intake.hostile import DOCUMENT, SHEET, changed, stray_cell
from tests.intake.offices import block, document_of, put_form, saved, sheet_from, workbook_of

DAY = date(2023, 12, 31)
OTHER = complete_form(project_name="档案数字化", unit="某区档案馆")


@dataclass(frozen=True, slots=True)
class Variant:
    """A file and its expectation: the forms in it, and each doubt by the place that people are told."""

    name: str
    data: Callable[[], bytes]
    doubts: tuple[tuple[str, Refusal], ...] = ()
    forms: tuple[Form, ...] = (complete_form(),)
    remarks: tuple[PassedOverReason, ...] = ()
    kind: RecognisedKind = RecognisedKind.FORM


def cells(**values: object) -> bytes:
    """The official layout with other values in some cells."""
    return workbook_of(more=values)


def styled(address: str, value: object, number_format: str) -> bytes:
    """The official layout with a value shown in a format of its own."""

    def change(sheet: Worksheet) -> None:
        sheet[address].value, sheet[address].number_format = value, number_format

    return workbook_of(changes=[change])


def with_formula(address: str, formula: str, cached: str | None) -> bytes:
    """The official layout with a formula, and its value as the spreadsheet program stored it; None for none."""
    data = cells(**{address: 987654})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(SHEET).decode()
    value = "" if cached is None else f"<v>{cached}</v>"
    text, count = re.subn(
        rf'(<c r="{address}"[^>]*?)(?: t="n")?>\s*<v>987654</v>', rf"\1><f>{formula}</f>{value}", text
    )
    assert count == 1
    return changed(data, SHEET, text)


def with_fault(address: str) -> bytes:
    """The official layout with an error for a value."""
    data = cells(**{address: 987654})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(SHEET).decode()
    text, count = re.subn(
        rf'<c r="{address}"([^>]*?)(?: t="n")?>\s*<v>987654</v>',
        rf'<c r="{address}"\1 t="e"><f>A1+#REF!</f><v>#REF!</v>',
        text,
    )
    assert count == 1
    return changed(data, SHEET, text)


def moved(top: int, left: int) -> bytes:
    """With blank rows above and columns beside."""
    book = Workbook()
    assert book.active is not None
    put_form(book.active, complete_form(), top=top, left=left)
    return saved(book)


def two_on_a_sheet() -> bytes:
    """One below the other."""
    book = Workbook()
    assert book.active is not None
    put_form(book.active, complete_form())
    put_form(book.active, OTHER, top=24)
    return saved(book)


def sheets(*, hidden: bool) -> bytes:
    """A cover, the form, and another form, shown or hidden."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "封面"
    book.active["A1"] = "绩效自评材料"
    put_form(book.create_sheet("表一"), complete_form())
    other = book.create_sheet("旧表")
    put_form(other, OTHER)
    other.sheet_state = "hidden" if hidden else "visible"
    return saved(book)


def unmerged(*, repeated: bool) -> bytes:
    """Merged cells taken apart: their text in the first only, or in each row."""

    def repeat(sheet: Worksheet) -> None:
        for row in range(14, 18):
            for column in range(1, 4):
                above, here = sheet.cell(row - 1, column), sheet.cell(row, column)
                here.value = here.value or above.value

    return workbook_of(changes=[repeat] if repeated else (), merged=False)


def further_column() -> bytes:
    """A column of the office's own at the end of the indicators."""
    return cells(J12="佐证材料", J13="照片", J14="合同")


def renamed_heads() -> bytes:
    """Heads and labels as other offices word them."""
    return cells(
        A3="项目 名称：",
        B12="一级\n指标",
        D12="三级指标名称",
        E12="指标值",
        F12="完成值",
        G12="权重",
        A18="合 计",
    )


def blank_rows() -> bytes:
    """A blank row below each."""
    return sheet_from([row for line in block() for row in (line, [None] * len(line))])


def with_text_under_merged() -> bytes:
    """A merged cell that hides a text, as some programs leave it."""
    data = workbook_of()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(SHEET).decode()
    hidden = '<c r="D3" t="inlineStr"><is><t>旧的名称</t></is></c>'
    text, count = re.subn(r'(<c r="C3"[^>]*>.*?</c>)(?:<c r="D3"[^>]*/>)?', rf"\1{hidden}", text)
    assert count == 1
    return changed(data, SHEET, text)


def rich_text() -> bytes:
    """A text in pieces of different looks, with its reading aloud."""
    data = workbook_of()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(SHEET).decode()
    pieces = "<is><r><t>宣传</t></r><r><t>与推广</t></r><rPh><t>xuan</t></rPh></is>"
    text, count = re.subn(r'<c r="C3"[^>]*>.*?</c>', f'<c r="C3" t="inlineStr">{pieces}</c>', text)
    assert count == 1
    return changed(data, SHEET, text)


PORTAL_HEADS = (
    "一级指标",
    "二级指标",
    "三级指标名称",
    "计算符号",
    "指标值",
    "实际完成值",
    "计量单位",
    "分值",
    "指标得分",
)
PORTAL_MORE = ("扣减分数", "完成情况简要描述", "偏差原因及改进措施")
PORTAL_ROWS: tuple[tuple[object, ...], ...] = (
    ("产出指标", "数量指标", "登记单印刷率", "≥", 95, 97, "%", 20, 20, "", "", ""),
    ("产出指标", "质量指标", "材料质量", "", "合格", "达成", "", 15, 15, "", "", ""),
    ("效益指标", "社会效益指标", "举办活动", "≥", 6, 5, "场", 30, 25, "", "", "场地改建，已改期举办。"),
)
LISTED = Form(
    "mof-2020",
    indicators=(
        Indicator(1, "产出指标", "数量指标", "登记单印刷率", "≥95%", "97%", weight=Decimal(20)),
        Indicator(2, "产出指标", "质量指标", "材料质量", "合格", "达成", "met", Decimal(15)),
        Indicator(
            3,
            *("效益指标", "社会效益指标", "举办活动", "≥6场", "5场"),
            weight=Decimal(30),
            deviation="场地改建，已改期举办。",
        ),
    ),
)


def portal_rows() -> list[Sequence[object]]:
    return [(*PORTAL_HEADS, *PORTAL_MORE), *PORTAL_ROWS]


def portal_csv() -> bytes:
    """As a portal writes it: Windows' Chinese encoding."""
    out = StringIO()
    csv.writer(out).writerows(portal_rows())
    return out.getvalue().encode("gb18030")


TARGETS: tuple[tuple[object, ...], ...] = (
    ("项目支出绩效目标申报表",),
    ("（2024年度）",),
    ("项目名称", "", "宣传与推广"),
    ("主管部门", "", "某区信访办公室", "", "实施单位", "某区信访办公室"),
    ("年度绩效目标", "", "印制登记单，开展信访宣传。"),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值"),
    ("", "产出指标", "数量指标", "登记单印刷率", "≥95%"),
    ("", "", "质量指标", "宣传材料合格率", "≥90%"),
    ("", "效益指标", "社会效益指标", "政策知晓率", "≥80%"),
)
PLANNED = Form(
    "mof-2020",
    year=2024,
    project_name="宣传与推广",
    department="某区信访办公室",
    unit="某区信访办公室",
    goals=Goals("印制登记单，开展信访宣传。"),
    indicators=(
        Indicator(1, "产出指标", "数量指标", "登记单印刷率", "≥95%"),
        Indicator(2, "产出指标", "质量指标", "宣传材料合格率", "≥90%"),
        Indicator(3, "效益指标", "社会效益指标", "政策知晓率", "≥80%"),
    ),
)


def targets_document() -> bytes:
    """The same in a word processor, its title above the table."""
    document = Document()
    for (title,) in TARGETS[:2]:
        document.add_paragraph(str(title))
    table = document.add_table(len(TARGETS) - 2, 6)
    for row, texts in zip(table.rows, TARGETS[2:], strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = str(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def two_tables() -> bytes:
    """Two forms in a document, a page each."""
    first, second = (Document(BytesIO(document_of(form))) for form in (complete_form(), OTHER))
    for element in list(second.element.body)[:-1]:
        first.element.body.insert(len(first.element.body) - 1, element)
    out = BytesIO()
    first.save(out)
    return out.getvalue()


def edited_document(old: str, new: str) -> bytes:
    """The document with its XML changed."""
    data = document_of()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(DOCUMENT).decode()
    assert old in text
    return changed(data, DOCUMENT, text.replace(old, new, 1))


def without_title() -> bytes:
    """A document that begins with its table."""
    document = Document(BytesIO(document_of()))
    for paragraph in document.paragraphs[:2]:
        paragraph._element.getparent().remove(paragraph._element)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _put_table_into_cell(table: Table) -> None:
    cell = table.cell(8, 1)
    cell.text = ""
    cell.add_table(1, 1).cell(0, 0).text = "印制登记单，开展信访宣传。"


ODS_NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def ods_of(tables: str, styles: str = "") -> bytes:
    """A spreadsheet of the other office suite with these tables."""
    content = (
        f"<office:document-content{ODS_NAMES}>{styles}<office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return out.getvalue()


def ods() -> bytes:
    """The official layout there."""
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            if text
            else "<table:table-cell/>"
            for text in (line.replace("\n", "") for line in row)
        )
        + "</table:table-row>"
        for row in block()
    )
    return ods_of(f'<table:table table:name="表">{rows}</table:table>')


def xls(changes: dict[tuple[int, int], float] | None = None) -> bytes:
    """A spreadsheet of 1997: texts and numbers in a stream of records, in the old container."""
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for number, line in enumerate(block()):
        for column, text in enumerate(line):
            value = (changes or {}).get((number, column))
            if value is not None:
                sheet += _record(0x203, struct.pack("<HHHd", number, column, 0, value))
            elif text:
                body = struct.pack("<HHHHB", number, column, 0, len(text), 1) + text.encode("utf-16-le")
                sheet += _record(0x204, body)
    sheet += _record(0x0A, b"")
    name = "表".encode("utf-16-le")
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    place = len(begin) + 4 + 8 + len(name) + 4
    listed = _record(0x85, struct.pack("<IHBB", place, 0, len(name) // 2, 1) + name)
    return _container(begin + listed + _record(0x0A, b"") + sheet)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _container(stream: bytes) -> bytes:
    """The old container with one stream, which must not be small."""
    size = 512
    stream = stream.ljust(max(len(stream), 4_096), b"\0")
    count = -(-len(stream) // size)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4_096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * (436 - 4)
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + count), 0xFFFFFFFE]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(size, b"\xff")

    def entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
        text = name.encode("utf-16-le")
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text) + 2 if text else 0, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + bytes(36)
            + struct.pack("<IQ", start, length)
        )

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 2, len(stream))
    folder += (entry("", 0, 0xFFFFFFFF, 0, 0)) * 2
    return header + table + folder + stream.ljust(count * size, b"\0")


def rate_row(actual: str, *, score: int | None = 20) -> tuple[Form, ...]:
    """The form with another result in its first row; without a score where the program gives the same."""
    return (with_row(complete_form(), 0, actual=actual, score=None if score is None else Decimal(score)),)


UNREAD = replace(
    with_fund(with_fund(complete_form(), "current_year", annual=None), "total", annual=Decimal(150000)),
    unread={FieldRef.fund("current_year", "annual"): "约十五万"},
)

VARIANTS: tuple[Variant, ...] = (
    Variant("official.xlsx", workbook_of),
    Variant("three rows down, two columns right.xlsx", lambda: moved(3, 2)),
    Variant("cells not merged.xlsx", lambda: unmerged(repeated=False)),
    Variant("levels in each row.xlsx", lambda: unmerged(repeated=True)),
    Variant("a column of its own.xlsx", further_column, (("工作表“Sheet” J12", Refusal.NO_COLUMN),)),
    Variant("other heads.xlsx", renamed_heads),
    Variant("blank rows between.xlsx", blank_rows),
    Variant("full-width digits.xlsx", lambda: cells(D7="１５０，０００．００", G13="２０")),
    Variant("amounts as texts.xlsx", lambda: cells(D7="150,000.00", E7="15万元", F7=" 150 000 ")),
    Variant(
        "a text for an amount.xlsx",
        lambda: cells(E7="约十五万"),
        (("工作表“Sheet” E7", Refusal.NO_NUMBER),),
        (UNREAD,),
    ),
    Variant(
        "weights with noise.xlsx",
        lambda: cells(G13=0.1 + 0.2, G14=34.7),
        forms=(
            with_row(
                with_row(complete_form(), 0, weight=Decimal("0.3"), score=Decimal(20)),
                1,
                weight=Decimal("34.7"),
                score=Decimal(15),
            ),
        ),
    ),
    Variant("a date.xlsx", lambda: styled("F13", DAY, "yyyy/m/d"), forms=rate_row("2023-12-31")),
    Variant(
        "a Chinese date.xlsx",
        lambda: styled("F13", DAY, 'yyyy"年"m"月"d"日"'),
        forms=rate_row("2023-12-31"),
    ),
    Variant("a percentage.xlsx", lambda: styled("F13", 0.97, "0%")),
    Variant(
        "a percentage with places.xlsx",
        lambda: styled("F13", 0.9725, "0.00%"),
        forms=rate_row("97.25%", score=None),
    ),
    Variant(
        "a bare fraction.xlsx",
        lambda: cells(F13=0.97),
        (("工作表“Sheet” F13", Refusal.FRACTION),),
        rate_row("0.97"),
    ),
    Variant(
        "eighteen digits.xlsx",
        lambda: cells(F13=123456789012345678),
        (("工作表“Sheet” F13", Refusal.INEXACT),),
        rate_row("123456789012345700", score=None),
    ),
    Variant("a truth value.xlsx", lambda: cells(F13=True), forms=rate_row("TRUE")),
    Variant("a formula with its result.xlsx", lambda: with_formula("E7", "SUM(E8:E9)", "150000")),
    Variant("a weight by a formula.xlsx", lambda: with_formula("G13", "10+10", "20")),
    Variant(
        "a formula without a result.xlsx",
        lambda: with_formula("E7", "SUM(E8:E9)", None),
        (("工作表“Sheet” E7", Refusal.NO_RESULT),),
        (with_fund(with_fund(complete_form(), "current_year", annual=None), "total", annual=Decimal(150000)),),
    ),
    Variant(
        "a formula that failed.xlsx",
        lambda: with_fault("F13"),
        (("工作表“Sheet” F13", Refusal.FAULT),),
        rate_row(""),
    ),
    Variant(
        "a hidden sheet.xlsx",
        lambda: sheets(hidden=True),
        remarks=(PassedOverReason.HIDDEN, PassedOverReason.NO_FORM),
    ),
    Variant(
        "two sheets with forms.xlsx",
        lambda: sheets(hidden=False),
        forms=(complete_form(), OTHER),
        remarks=(PassedOverReason.NO_FORM,),
    ),
    Variant("two forms on a sheet.xlsx", two_on_a_sheet, forms=(complete_form(), OTHER)),
    Variant("a stray cell at the far corner.xlsx", stray_cell, remarks=(PassedOverReason.FAR,)),
    Variant("a text under a merged cell.xlsx", with_text_under_merged),
    Variant("a text in pieces.xlsx", rich_text),
    Variant(
        "in 万元.xlsx",
        lambda: workbook_of(complete_form(money_unit="万元")),
        forms=(complete_form(money_unit="万元"),),
    ),
    Variant("without a year.xlsx", lambda: cells(A2="（    年度）"), forms=(complete_form(year=None),)),
    Variant("official.docx", document_of),
    Variant("two tables.docx", two_tables, forms=(complete_form(), OTHER)),
    Variant("without a title.docx", without_title, forms=(complete_form(year=None),)),
    Variant(
        "a tracked insertion.docx",
        lambda: edited_document(
            "<w:r><w:t>宣传与推广</w:t></w:r>",
            "<w:ins><w:r><w:t>宣传与推广</w:t></w:r></w:ins><w:del><w:r><w:delText>旧名</w:delText></w:r></w:del>",
        ),
    ),
    Variant(
        "a content control.docx",
        lambda: edited_document(
            "<w:r><w:t>宣传与推广</w:t></w:r>",
            "<w:sdt><w:sdtContent><w:r><w:t>宣传与推广</w:t></w:r></w:sdtContent></w:sdt>",
        ),
    ),
    Variant("a table in a cell.docx", lambda: document_of(change=_put_table_into_cell)),
    Variant("official.xls", xls),
    Variant(
        "a fraction.xls",
        lambda: xls({(12, 5): 0.97}),
        (("工作表“表” F13", Refusal.FRACTION),),
        rate_row("0.97"),
    ),
    Variant("official.ods", ods),
    Variant("a web page by another name.xls", lambda: f"<html><body>{html_of()}</body></html>".encode("gb18030")),
    Variant(
        "a portal's list.xlsx",
        lambda: sheet_from(portal_rows()),
        (("工作表“Sheet” J1", Refusal.UNKNOWN), ("工作表“Sheet” K1", Refusal.UNKNOWN)),
        forms=(LISTED,),
        kind=RecognisedKind.ROWS,
    ),
    Variant(
        "a portal's list.csv",
        portal_csv,
        (("文件 J1", Refusal.UNKNOWN), ("文件 K1", Refusal.UNKNOWN)),
        forms=(LISTED,),
        kind=RecognisedKind.ROWS,
    ),
    Variant("targets.xlsx", lambda: sheet_from(TARGETS), forms=(PLANNED,), kind=RecognisedKind.TARGETS),
    Variant("targets.docx", targets_document, forms=(PLANNED,), kind=RecognisedKind.TARGETS),
)
