"""Files to upload, made by hand: as small as a program still reads."""

import io
import zipfile

from django.core.files.base import ContentFile
from wagtail.models import Collection

from hub.pages.models import HubDocument

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHOW = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(**parts: str | bytes) -> bytes:
    """A zip of these; a double underscore in a name stands for a slash, XML is its ending."""
    return zipped({f"{name.replace('__', '/')}.xml": text for name, text in parts.items()})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return target.getvalue()


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    """Of (style, text); the ids of its styles are German, as Word names them there."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    styles = '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    return archive(
        word__document=f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        word__styles=f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
    )


def relations(*targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="r{number}" Target="{target}"/>'
        for number, target in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def sheet_file(*, shown: str, hidden: str = "") -> bytes:
    """A workbook with a number, a shared text, a text in its cell, and a hidden sheet."""
    cells = f'<c><v>7</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><t>{shown}</t></is></c>'
    rows = f'<worksheet xmlns="{SHEET}"><sheetData><row>{cells}</row></sheetData></worksheet>'
    inline = f'<c t="inlineStr"><is><t>{hidden}</t></is></c>'
    sheets = (
        '<sheet name="Plan" sheetId="1" state="visible" r:id="r1"/>'
        '<sheet name="Workings" sheetId="2" state="hidden" r:id="r2"/>'
    )
    return zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">'
            f"<sheets>{sheets}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations("worksheets/sheet1.xml", "/xl/hidden.xml"),
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}"><si><t>Who</t></si></sst>',
            "xl/worksheets/sheet1.xml": rows,
            "xl/hidden.xml": f'<worksheet xmlns="{SHEET}"><row>{inline}</row></worksheet>',
        }
    )


def slide(title: str, text: str, shown: str = "1") -> str:
    holder = '<p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
    return (
        f'<p:sld xmlns:p="{SHOW}" xmlns:a="{DRAWING}" show="{shown}"><p:cSld><p:spTree>'
        f"<p:sp>{holder}<p:txBody><a:p><a:r><a:t>{title}</a:t></a:r></a:p></p:txBody></p:sp>"
        f"<p:sp><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        "</p:spTree></p:cSld></p:sld>"
    )


def slides_file(*slides: str) -> bytes:
    """Their files are numbered against their order, as after somebody moved them."""
    names = [f"slides/slide{len(slides) - number}.xml" for number in range(len(slides))]
    ids = "".join(
        f'<p:sldId id="{255 + number}" r:id="r{number}"/>' for number in range(1, len(slides) + 1)
    )
    shown = f'<p:presentation xmlns:p="{SHOW}" xmlns:r="{OFFICE}">{ids}</p:presentation>'
    parts: dict[str, str | bytes] = {
        "ppt/presentation.xml": shown,
        "ppt/_rels/presentation.xml.rels": relations(*names),
    }
    return zipped(parts | {f"ppt/{n}": text for n, text in zip(names, slides, strict=True)})


def pdf_file(*pages: str) -> bytes:
    """A PDF with a line of text on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for text in pages:
        drawn = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            f"/Resources {font} >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return assembled(objects)


def assembled(objects: list[str]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + head.encode() + tail.encode()


def make_document(
    name: str, data: bytes, *, title: str = "A form", collection: Collection | None = None
) -> HubDocument:
    given = {"collection": collection} if collection else {}
    return HubDocument.objects.create(
        title=title, file=ContentFile(data, name=name), file_size=len(data), **given
    )
