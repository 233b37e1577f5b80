"""What a page says on paper: the words of its own template, without what is for screens alone."""

import base64
import mimetypes
from pathlib import PurePosixPath

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404
from django.utils.safestring import SafeString, mark_safe

from hub.access.readers import Reader
from hub.pages.stored import access_stored

LEFT_OUT = ", ".join(
    [
        "script, svg, video, form, nav, button, input",
        # For whom a course is and when it is passed stands beside its text, and on paper too.
        ".cg-aside:not(:has(> .cg-before-start))",
        ".cg-actions, .cg-breadcrumbs, .cg-definition, .cg-no-print, .cg-prev-next",
        # A heading that only screen readers get heads what stands below it on paper as well.
        ".cg-hidden:not(h2, h3)",
        ".cg-related .cg-details",
    ]
)


def on_paper(html: str, reader: Reader) -> SafeString:
    """The main part of a whole page as it was made for this reader.

    Pictures that the reader may open are taken along. Nothing is added that the page doesn't
    show; what is safe there is safe here.
    """
    main = BeautifulSoup(html, "html.parser").main
    if main is None:
        return SafeString()
    for word in main.select(".cg-term"):
        word.unwrap()
    for element in main.select(LEFT_OUT):
        element.extract()
    for picture in main("img"):
        take_along(picture, reader)
    for part, name in (("details", "div"), ("summary", "p")):
        for element in main(part):
            element.name = name
    for link in main.select('a[href^="#"]'):
        if main.find(id=link["href"][1:]) is None:
            link.unwrap()
    return mark_safe(main.decode_contents())  # noqa: S308 a page of ours, with parts left out


def take_along(picture: Tag, reader: Reader) -> None:
    """Puts the picture itself in the place of its address, or takes it out."""
    path = str(picture.get("src", "")).removeprefix(settings.MEDIA_URL)
    try:
        access_stored(reader, path)
    except Http404:
        picture.extract()
        return
    kind = mimetypes.guess_type(PurePosixPath(path).name)[0]
    with default_storage.open(path) as file:
        picture["src"] = f"data:{kind};base64,{base64.b64encode(file.read()).decode()}"
