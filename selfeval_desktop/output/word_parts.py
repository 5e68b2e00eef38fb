"""The parts of a Word document around its text: types, relations, styles, settings, running heads and feet."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from selfeval_desktop.output.files import SONG

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ELEMENTS = {"header": "hdr", "footer": "ftr"}
# No clock in the file.
_CREATED = "2000-01-01T00:00:00Z"


def package_parts(body: str, heads: Sequence[str], feet: Sequence[str], *, title: str, author: str) -> dict[str, bytes]:
    """The files of a document by their names inside it.

    `heads` and `feet` are the paragraphs at the top and bottom of the pages of each section, which refers to
    them as head1, head2, … and foot1, foot2, …
    """
    running = {f"head{number}": ("header", text) for number, text in enumerate(heads, start=1)}
    running |= {f"foot{number}": ("footer", text) for number, text in enumerate(feet, start=1)}
    texts = {
        "[Content_Types].xml": _content_types_xml({name: kind for name, (kind, _) in running.items()}),
        "_rels/.rels": _relationships_xml(
            {
                "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _core_properties_xml(title, author),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships_xml(
            {
                "rId1": (f"{_OFFICE}/styles", "styles.xml"),
                "rId2": (f"{_OFFICE}/settings", "settings.xml"),
                **{name: (f"{_OFFICE}/{kind}", f"{name}.xml") for name, (kind, _) in running.items()},
            }
        ),
        "word/styles.xml": _styles_xml(),
        "word/settings.xml": _settings_xml(),
        **{
            f"word/{name}.xml": f"<w:{_ELEMENTS[kind]} {_SPACES}>{text}</w:{_ELEMENTS[kind]}>"
            for name, (kind, text) in running.items()
        },
    }
    return {name: (_XML + text).encode("utf-8") for name, text in texts.items()}


def _content_types_xml(running: Mapping[str, str]) -> str:
    """What each part is; `running` are the heads and feet by name and kind."""
    parts = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in running.items()},
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships_xml(targets: Mapping[str, tuple[str, str]]) -> str:
    """Kind and target of each relation, by its id."""
    lines = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _core_properties_xml(title: str, author: str) -> str:
    stamps = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:{what}>' for what in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>{stamps}</cp:coreProperties>"
    )


def _styles_xml() -> str:
    fonts = "".join(f' w:{script}="{SONG}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        "</w:styles>"
    )


def _settings_xml() -> str:
    """Document settings; compatibility mode 15 is the layout of Word since 2013."""
    return (
        f'<w:settings {_SPACES}><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )
