from collections.abc import Iterator
from typing import BinaryIO

from hub.files.extraction.office import Office, attribute, local, words
from hub.files.extraction.parts import Part

SHOW = "ppt/presentation.xml"


def read_slides(file: BinaryIO) -> Iterator[Part]:
    """The words on each slide in their order; its title is its name. Hidden slides are not read."""
    office = Office(file)
    places = office.related(SHOW)
    for number, slide in enumerate(office.elements(SHOW, "sldId"), start=1):
        relation = next((v for k, v in slide.items() if k.endswith("}id")), "")
        part = read_slide(office, places.get(relation, ""), number)
        if part is not None:
            yield part


def read_slide(office: Office, place: str, number: int) -> Part | None:
    name, lines = "", list[str]()
    for item in office.elements(place, "sld", "sp", "tc"):
        if local(item) == "sld":
            if item.get("show") == "0":
                return None
            continue
        kinds = {attribute(child, "type") for child in item.iter() if local(child) == "ph"}
        said = [words(child) for child in item.iter() if local(child) == "p"]
        if kinds & {"title", "ctrTitle"} and not name:
            name = " ".join(said)
        else:
            lines += said
    return Part(number, name, "\n".join(lines))
