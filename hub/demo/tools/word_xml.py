"""What Word files can say and python-docx has no words for."""

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import BaseStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from hub.demo.tools.brand import LANGUAGE, PINE

WORD_2010 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
TICK_BOX = """<w:sdt {spaces}><w:sdtPr><w:alias w:val="Tick"/><w14:checkbox>
<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>
<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic"
w:eastAsia="MS Gothic"/></w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"""


def element(name: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_language(document: Document) -> None:
    """A screen reader picks its voice by this."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)


def set_font(style: BaseStyle, name: str) -> None:
    """In every script; the file's own theme would win otherwise."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def frame(style: BaseStyle, fill: str) -> None:
    """A shaded paragraph with a bar at its side, for what nobody should miss."""
    properties = style.element.get_or_add_pPr()
    borders = element("w:pBdr")
    borders.append(element("w:left", val="single", sz="36", space="8", color=PINE))
    properties.append(borders)
    properties.append(element("w:shd", val="clear", color="auto", fill=fill))


def shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=fill))


def mark_header(row: _Row) -> None:
    """Repeated on each page, and read out with the cells below it."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def describe(table: Table, caption: str) -> None:
    """The words that a screen reader says before it enters the table."""
    table._tbl.tblPr.append(element("w:tblCaption", val=caption))


def pad(table: Table) -> None:
    """Room around the words of every cell, in twentieths of a point."""
    margins = element("w:tblCellMar")
    for side, room in (("top", "50"), ("left", "100"), ("bottom", "50"), ("right", "100")):
        margins.append(element(f"w:{side}", w=room, type="dxa"))
    table._tbl.tblPr.append(margins)


def add_tick_box(paragraph: Paragraph) -> None:
    """A box to press on a screen and to tick on paper."""
    paragraph._p.append(parse_xml(TICK_BOX.format(spaces=f"{nsdecls('w')} {WORD_2010}")))


def add_number(paragraph: Paragraph, field: str) -> None:
    """PAGE or NUMPAGES, worked out by whoever opens the file."""
    paragraph._p.append(element("w:fldSimple", instr=field))
