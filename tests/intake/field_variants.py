"""More ways of offices to write the same form: shown otherwise than stored, hidden, struck out, in other containers."""

import csv
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from io import BytesIO, StringIO
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_desktop.app.incoming import PassedOverReason
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.reading.pasting import Refusal
from tests.blocks import html_of
from tests.builders import complete_form, with_fund, with_row
from tests.intake.hostile import DOCUMENT, SHEET, changed
from tests.intake.offices import block, document_of, workbook_of
from tests.intake.variants import Variant, ods_of

MONEY = ("D6", "E6", "F6", "D7", "E7", "F7", "D8", "E8", "D9", "E9")
LABEL = "A5"
IN_WAN = with_fund(
    complete_form(money_unit="万元"), "current_year", initial=Decimal(15), annual=Decimal(15), executed=Decimal(15)
)


def formatted(codes: Mapping[str, tuple[object, str]], **texts: str) -> bytes:
    """The official layout with values in other number formats, and other texts."""

    def change(sheet: Worksheet) -> None:
        for address, (value, code) in codes.items():
            sheet[address].value, sheet[address].number_format = value, code

    return workbook_of(changes=[change], more=texts)


def money_formatted(code: str, **texts: str) -> bytes:
    """All amounts in that number format."""

    def change(sheet: Worksheet) -> None:
        for address in MONEY:
            sheet[address].number_format = code

    return workbook_of(changes=[change], more=texts)


def result(address: str, cached: str, code: str) -> bytes:
    """A formula with a stored result in that format."""
    data = formatted({address: (987654, code)})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(SHEET).decode()
    text, count = re.subn(
        rf'(<c r="{address}"[^>]*?)(?: t="n")?>\s*<v>987654</v>', rf"\1><f>1*1</f><v>{cached}</v>", text
    )
    assert count == 1
    return changed(data, SHEET, text)


def with_amounts(amount: float, label: str) -> bytes:
    """The same amount everywhere, and that label of the funds."""
    return formatted(dict.fromkeys(("D6", "E6", "F6", "D7", "E7", "F7"), (amount, "General")), A5=label)


def in_target(**changes: Any) -> tuple[Form, ...]:
    """The form with other texts in its first row."""
    return (with_row(complete_form(), 0, **changes),)


def with_hidden(rows: tuple[int, ...] = (), columns: tuple[str, ...] = (), inserted: bool = True) -> bytes:
    """Rows or columns of another year among those of this one, hidden."""

    def change(sheet: Worksheet) -> None:
        for row in rows:
            sheet.row_dimensions[row].hidden = True
        for column in columns:
            sheet.column_dimensions[column].hidden = True

    def insert(sheet: Worksheet) -> None:
        for row in rows:
            for column in range(2, 9):
                sheet.cell(row, column).value = f"上年{column}"

    return workbook_of(changes=[insert, change] if inserted else [change])


def struck_run() -> bytes:
    """A text of which the first part is struck out."""

    def change(sheet: Worksheet) -> None:
        text = sheet["E13"].value
        sheet["E13"].value = CellRichText(TextBlock(InlineFont(strike=True), "≥80%"), str(text))

    return workbook_of(changes=[change])


def struck_cell(address: str, value: object) -> bytes:
    """A whole cell struck out that is blank else."""

    def change(sheet: Worksheet) -> None:
        sheet[address].value, sheet[address].font = value, Font(strike=True)

    return workbook_of(changes=[change])


def renamed_members(
    rename: Callable[[str], str], edits: Mapping[str, tuple[str, str]], data: bytes | None = None
) -> bytes:
    """The archive with other names of its members, and other words in some."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data or workbook_of())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in edits:
                before, after = edits[name]
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            new.writestr(rename(name), content)
    return out.getvalue()


def run_xml(xml: str) -> bytes:
    """A document whose first target is put together from these runs."""

    def change(table: Table) -> None:
        paragraph = table.cell(10, 4).paragraphs[0]._p
        for child in list(paragraph):
            paragraph.remove(child)
        for run in parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"):
            paragraph.append(run)

    return document_of(change=change)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def numbered_goal() -> bytes:
    """A goal of two lines that Word numbers."""
    data = document_of(complete_form())

    def paragraph(text: str) -> str:
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    with zipfile.ZipFile(BytesIO(data)) as archive:
        text, numbers = archive.read(DOCUMENT).decode(), archive.read("word/numbering.xml").decode()
    text, count = re.subn(
        r"<w:p>(?:(?!</w:p>).)*印制登记单，开展信访宣传。.*?</w:p>",
        paragraph("印制登记单。") + paragraph("开展信访宣传。"),
        text,
    )
    assert count == 1
    kind = (
        '<w:abstractNum w:abstractNumId="78"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    )
    numbers = re.sub(r"(<w:abstractNum )", kind + r"\1", numbers, count=1)
    numbers = numbers.replace(
        "</w:numbering>", '<w:num w:numId="77"><w:abstractNumId w:val="78"/></w:num></w:numbering>'
    )
    return changed(changed(data, DOCUMENT, text), "word/numbering.xml", numbers)


def page(change: Callable[[str], str], html: str | None = None) -> bytes:
    """The form as a web page, changed."""
    whole = f"<html><head><meta charset='utf-8'></head><body>{html or html_of()}</body></html>"
    found = change(whole)
    assert found != whole or change(whole) is whole
    return found.encode()


def put(old: str, new: str) -> Callable[[str], str]:
    """A change of one place of a page."""

    def change(html: str) -> str:
        assert old in html
        return html.replace(old, new, 1)

    return change


def xml_2003(first_target: str = "", styles: str = "") -> bytes:
    """The form in the XML of Excel 2003; `first_target` are attributes of its cell."""
    lines = []
    for number, row in enumerate(block()):
        cells = "".join(
            f'<Cell ss:Index="{column + 1}"{first_target if (number, column) == (12, 4) else ""}>'
            f'<Data ss:Type="String">{text}</Data></Cell>'
            for column, text in enumerate(row)
            if text
        )
        lines.append(f"<Row>{cells}</Row>")
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Styles>{styles}</Styles><Worksheet ss:Name="表"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode()


def ods_rows(cell: Callable[[int, int, str], str], head: str = "", styles: str = "") -> bytes:
    """The form in an .ods, each cell as `cell` writes it."""
    rows = "".join(
        f"<table:table-row>{''.join(cell(number, column, text) for column, text in enumerate(row))}</table:table-row>"
        for number, row in enumerate(block())
    )
    return ods_of(f'<table:table table:name="表">{head}{rows}</table:table>', styles)


def ods_cell(text: str, attributes: str = "") -> str:
    return (
        f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>" if text else "<table:table-cell/>"
    )


def ods_percent() -> bytes:
    value = 'office:value-type="percentage" office:value="0.97"'
    return ods_rows(lambda row, column, text: ods_cell(text, value if (row, column) == (12, 5) else ""))


def lined(text: str, *, delimiter: str = ",", guard: bool = False) -> bytes:
    """The form as a list, a text in its first deviation."""
    rows = [[*row] for row in block()]
    rows[12][8] = text
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([f'="{cell}"' if guard and cell.isdigit() else cell for cell in row] for row in rows)
    return out.getvalue().encode()


def blank_rows(count: int) -> bytes:
    """Blank cells below the form without end."""
    data = workbook_of()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(SHEET).decode()
    rows = "".join(
        f'<row r="{row}" spans="1:4">{"".join(f"""<c r="{letter}{row}" s="1"/>""" for letter in "ABCD")}</row>'
        for row in range(40, 40 + count)
    )
    return changed(data, SHEET, text.replace("</sheetData>", f"{rows}</sheetData>"))


TOTAL_TOLD = ("工作表“Sheet” H18", Refusal.DIFFERS)
SHOWN: tuple[Variant, ...] = (
    Variant(
        "thousandths with a literal point.xlsx",
        lambda: money_formatted("0!.0,", A5="项目资金（万元）"),
        forms=(IN_WAN,),
    ),
    Variant("the percent trick.xlsx", lambda: money_formatted('0.00,,"万"\n%', A5="项目资金（万元）"), forms=(IN_WAN,)),
    Variant(
        "an accounting format.xlsx", lambda: money_formatted('_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ')
    ),
    Variant("a unit in the format.xlsx", lambda: money_formatted('#,##0.00"元"')),
    Variant("a scaled unit in the format.xlsx", lambda: money_formatted('0.00,"千元"')),
    Variant("a sign in the format.xlsx", lambda: formatted({"E13": (0.95, '"≥"0%')}), forms=in_target(target="≥95%")),
    Variant(
        "a unit behind general.xlsx",
        lambda: formatted({"E13": (12, 'General"份"')}),
        forms=in_target(target="12份", score=Decimal(20)),
    ),
    Variant(
        "a condition in the format.xlsx",
        lambda: formatted({"E13": (120, '[>=100]"≥"0"份";0"份"')}),
        forms=in_target(target="≥120份", score=Decimal(20)),
    ),
    Variant(
        "a month.xlsx",
        lambda: formatted({"F13": (45291, 'yyyy"年"m"月"')}),
        forms=in_target(actual="2023年12月", score=Decimal(20)),
    ),
    Variant(
        "a fraction.xlsx", lambda: formatted({"F13": (0.5, "# ?/?")}), forms=in_target(actual="1/2", score=Decimal(20))
    ),
    Variant(
        "a figure shown in thousands of nobody knows what.xlsx",
        lambda: formatted({"D7": (150000, "0,")}),
        (("工作表“Sheet” D7", Refusal.SCALED),),
        (
            with_fund(
                with_fund(complete_form(), "current_year", initial=Decimal(150)), "total", initial=Decimal(150000)
            ),
        ),
    ),
    Variant(
        "fewer digits than are stored.xlsx",
        lambda: formatted({"G13": (20.4, "0")}),
        (("工作表“Sheet” G13", Refusal.SHORTENED),),
    ),
    Variant(
        "a figure hidden by its format.xlsx",
        lambda: formatted({"I13": (5, ";;;")}),
        (("工作表“Sheet” I13", Refusal.HIDDEN),),
    ),
    Variant("an amount by a formula.xlsx", lambda: result("E7", "150000.000000001", "#,##0.00")),
    Variant("a weight by a formula.xlsx", lambda: result("G13", "19.9999999999999", "0.00")),
    Variant("a score with places.xlsx", lambda: result("H13", "20.0000000001", "0.00000000")),
    Variant("a percentage.ods", ods_percent),
)
UNITS: tuple[Variant, ...] = (
    *(
        Variant(f"{number} unit.xlsx", partial(with_amounts, 15, label), forms=(IN_WAN,))
        for number, label in enumerate(
            (
                "项目资金（人民币万元）",
                "项目资金（万元，%）",
                "项目资金(单位:万元人民币)",
                "项目资金（单位：人民币（万元））",
            )
        )
    ),
    Variant(
        "thousands.xlsx",
        lambda: formatted(dict.fromkeys(("D6", "E6", "F6", "D7", "E7", "F7"), (150, "0")), A5="项目资金（千元）"),
    ),
    Variant(
        "millions.xlsx",
        lambda: formatted(dict.fromkeys(("D6", "E6", "F6", "D7", "E7", "F7"), (0.15, "0.00")), A5="项目资金（百万元）"),
        forms=(IN_WAN,),
    ),
    Variant(
        "a unit at each head.xlsx",
        lambda: formatted({}, D5="年初预算数（元）", E5="全年预算数（元）", F5="全年执行数（元）", A5="项目资金"),
    ),
    Variant(
        "two units.xlsx",
        lambda: formatted({}, I2="单位：万元"),
        (("工作表“Sheet” I2", Refusal.OTHER_UNIT),),
    ),
    Variant("no unit.xlsx", lambda: formatted({}, A5="项目资金"), (("工作表“Sheet” D5", Refusal.NO_UNIT),)),
)
HIDDEN: tuple[Variant, ...] = (
    Variant("a struck piece.xlsx", struck_run, (("工作表“Sheet” E13", Refusal.STRUCK),)),
    Variant("a struck cell.xlsx", lambda: struck_cell("I14", "去年写的原因"), (("工作表“Sheet” I14", Refusal.STRUCK),)),
    Variant("a struck figure.xlsx", lambda: struck_cell("I14", 5), (("工作表“Sheet” I14", Refusal.STRUCK),)),
    Variant(
        "a hidden run.docx",
        lambda: run_xml(run("≥95%") + run("（自查不实）", "<w:vanish/>")),
        (("第 1 个表格第 11 行第 5 列", Refusal.HIDDEN),),
    ),
    Variant(
        "a struck run.docx",
        lambda: run_xml(run("≥80%", "<w:strike/>") + run("≥95%")),
        (("第 1 个表格第 11 行第 5 列", Refusal.STRUCK),),
    ),
    Variant("struck nowhere.docx", lambda: run_xml(run("≥95%", '<w:strike w:val="0"/><w:vanish w:val="false"/>'))),
    Variant(
        "a hidden row.html",
        lambda: page(
            put("<tr><td rowspan=1", "<tr style='display:none'><td>上年</td><td>9</td></tr><tr><td rowspan=1")
        ),
        remarks=(PassedOverReason.HIDDEN_ROWS,),
    ),
    Variant(
        "a hidden span.html",
        lambda: page(put("≥95%", "<span style='visibility: hidden'>≥80%</span>≥95%")),
        (("文件 E13", Refusal.HIDDEN),),
    ),
    Variant("a struck word.html", lambda: page(put("≥95%", "<s>≥80%</s>≥95%")), (("文件 E13", Refusal.STRUCK),)),
    Variant(
        "struck by a class.html",
        lambda: page(
            lambda html: put("≥95%", "<span class=alt>≥80%</span>≥95%")(
                put("<head>", "<head><style>.alt{text-decoration:line-through}</style>")(html)
            )
        ),
        (("文件 E13", Refusal.STRUCK),),
    ),
)
CONTAINERS: tuple[Variant, ...] = (
    Variant("backslashes.xlsx", lambda: renamed_members(lambda name: name.replace("/", "\\"), {})),
    Variant("capitals.xlsx", lambda: renamed_members(str.upper, {})),
    Variant(
        "another main part.xlsx",
        lambda: renamed_members(
            lambda name: name.replace("workbook.xml", "book.xml"), {"_rels/.rels": ("workbook.xml", "book.xml")}
        ),
    ),
    Variant(
        "another main part.docx",
        lambda: renamed_members(
            lambda name: name.replace("document.xml", "main.xml"),
            {"_rels/.rels": ("document.xml", "main.xml")},
            document_of(),
        ),
    ),
    Variant("a workbook of 2003.xls", xml_2003),
    Variant("a page with an XML line.xls", lambda: b"<?xml version='1.0' encoding='utf-8'?>\n<!-- x -->\n" + page(str)),
    Variant("tabs.xls", lambda: lined("", delimiter="\t").decode().encode("gb18030")),
    Variant(
        "a page saved as one file.xls",
        lambda: (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            + page(str)
            + b"\r\n--x--\r\n"
        ),
    ),
    Variant("blank rows without end.xlsx", lambda: blank_rows(20_000)),
)
CHARACTERS: tuple[Variant, ...] = (
    Variant("a sign of Symbol.docx", lambda: run_xml('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run("95%"))),
    Variant(
        "a private character.docx",
        lambda: run_xml(run("\uf0b3", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + run("95%")),
    ),
    Variant(
        "a hyphen that does not break.docx",
        lambda: run_xml("<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>15份</w:t></w:r>"),
        forms=in_target(target="12-15份", score=Decimal(20)),
    ),
    Variant(
        "a prompt.docx",
        lambda: run_xml(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + run("单击此处输入文字。")
            + "</w:sdtContent></w:sdt>"
        ),
        forms=in_target(target="", score=Decimal(20)),
    ),
    Variant(
        "a list to choose from.docx",
        lambda: run_xml(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="≥80%"/><w:listEntry w:val="≥95%"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>'
        ),
    ),
    Variant(
        "a deletion.docx",
        lambda: run_xml("<w:del><w:r><w:delText>≥8</w:delText><w:noBreakHyphen/></w:r></w:del>" + run("≥95%")),
    ),
    Variant(
        "numbers of Word.docx",
        numbered_goal,
        forms=(
            replace(
                complete_form(), goals=replace(complete_form().goals, expected="一、印制登记单。\n二、开展信访宣传。")
            ),
        ),
    ),
)
FIELDS: tuple[Variant, ...] = (
    Variant("a field.html", lambda: page(put("≥95%", "<input type=hidden value=9><input name=a value='≥95%'>"))),
    Variant(
        "a list.html", lambda: page(put("≥95%", "<select><option>≥80%</option><option selected>≥95%</option></select>"))
    ),
    Variant("a text area.html", lambda: page(put("≥95%", "<textarea>≥95%</textarea><button>改</button>"))),
    Variant("one of several.html", lambda: page(put("≥95%", "<input type=radio>≥80%<input type=radio checked>≥95%"))),
    Variant(
        "nothing chosen.html",
        lambda: page(put("≥95%", "<select><option>≥80%</option><option>≥95%</option></select>")),
        (("文件 E13", Refusal.UNCHOSEN),),
        in_target(target="", score=Decimal(20)),
    ),
)
LISTS: tuple[Variant, ...] = (
    Variant("a line separator.csv", lambda: lined("一处\u2028二处"), forms=in_target(deviation="一处\n二处")),
    Variant("guards.csv", lambda: lined("", guard=True)),
    Variant(
        "semicolons.csv",
        lambda: lined("甲,乙,丙,丁,戊,己,庚,辛", delimiter=";"),
        forms=in_target(deviation="甲,乙,丙,丁,戊,己,庚,辛"),
    ),
    Variant("a named delimiter.csv", lambda: b"sep=;\r\n" + lined("", delimiter=";")),
    Variant("a figure too wide.csv", lambda: lined("########"), (("文件 I13", Refusal.NARROW),)),
)
FIELD_VARIANTS = (*SHOWN, *UNITS, *HIDDEN, *CONTAINERS, *CHARACTERS, *FIELDS, *LISTS)
