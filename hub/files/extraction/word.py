from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from hub.files.extraction.office import Office, attribute, local, words
from hub.files.extraction.parts import Part

TEXT = "word/document.xml"


def read_word(file: BinaryIO) -> Iterator[Part]:
    """What stands below each heading, and before the first one."""
    office = Office(file)
    headings = heading_styles(office)
    number, name, lines = 1, "", list[str]()
    for paragraph in office.elements(TEXT, "p"):
        text = words(paragraph).strip()
        if text and style_of(paragraph) in headings:
            if name or lines:
                yield Part(number, name, "\n".join(lines))
                number += 1
            name, lines = text, []
        elif text:
            lines.append(text)
    yield Part(number, name, "\n".join(lines))


def heading_styles(office: Office) -> frozenset[str]:
    """Ids of the styles of headings: ids are in the author's language, names are not."""
    return frozenset(
        attribute(style, "styleId")
        for style in office.elements("word/styles.xml", "style")
        for child in style
        if local(child) == "name"
        if attribute(child, "val").lower().startswith(("heading ", "title"))
    )


def style_of(paragraph: Element) -> str:
    found = (attribute(item, "val") for item in paragraph.iter() if local(item) == "pStyle")
    return next(found, "")
