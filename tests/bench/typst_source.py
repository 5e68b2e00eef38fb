"""The same form as a source of typst, the fastest typesetter there is to compare with."""

import json
from collections.abc import Iterator
from importlib.util import find_spec

from selfeval_desktop.app.ports.documents import Printout

_NO_TYPST = "没有与 typst 比较：缺少 typst，make bench 会安装它。"
# The families of the fonts that the paper is set in.
BODY = "Noto Serif SC"
TITLE = "Noto Sans SC"


def lacking() -> str:
    """Why nothing can be compared, with what to do about it; empty when all is there."""
    return _NO_TYPST if find_spec("typst") is None else ""


def column_widths(printout: Printout) -> list[float]:
    """Widths in mm as the template deals them out."""
    columns, paper = printout.sheet.columns, printout.paper
    spare = paper.width - paper.left - paper.right - sum(column.minimum for column in columns)
    shares = sum(column.share for column in columns)
    return [column.minimum + spare * column.share / shares for column in columns]


def typst_source(printout: Printout) -> bytes:
    """The form: title, and one table with the same merged cells."""
    return "\n".join(_lines(printout)).encode()


def _lines(printout: Printout) -> Iterator[str]:
    sheet, paper = printout.sheet, printout.paper
    margin = f"left: {paper.left}mm, right: {paper.right}mm, top: {paper.top}mm, bottom: {paper.bottom}mm"
    yield f"#set page(width: {paper.width}mm, height: {paper.height}mm, margin: ({margin}))"
    yield f'#set text(font: "{BODY}", size: {paper.text_size}pt, lang: "zh", region: "cn")'
    yield "#set par(leading: 0.36em)"
    title = f'font: "{TITLE}", weight: "bold", size: {paper.title_size}pt'
    yield f"#align(center, text({title}, {_quoted(sheet.title)}))"
    yield f"#align(center, text({_quoted(sheet.subtitle)}))"
    widths = ", ".join(f"{width}mm" for width in column_widths(printout))
    yield f"#table(columns: ({widths}), inset: (x: 0.36em, y: 0.3em), stroke: 0.5pt,"
    for cell in sheet.cells:
        place = f"x: {cell.column}, y: {cell.row}, colspan: {cell.column_span}, rowspan: {cell.row_span}"
        yield f"table.cell({place}, align: {cell.align} + horizon, text({_quoted(cell.text)})),"
    yield ")"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
