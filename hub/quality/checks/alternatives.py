"""Words for whoever can't see a picture, or see and hear a video."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from hub.pages.blocks.body import PictureBlock
from hub.pages.blocks.video import VideoBlock
from hub.pages.models import HubPage
from hub.quality.enums import FindingKind
from hub.quality.finding import Finding, short
from hub.quality.passages import PlacedBlock, placed_blocks

FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|svg)|(?:IMG|DSC|DCIM)[-_ ]?\d+", re.I)
SAYS_PICTURE = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic) (?:of|showing)\b", re.I
)


def alternatives(page: HubPage) -> Iterator[Finding]:
    for placed in placed_blocks(page):
        for said in lacking(placed):
            yield Finding(FindingKind.ALTERNATIVES, placed.place, said)


def lacking(placed: PlacedBlock) -> Iterator[str]:
    if isinstance(placed.block, VideoBlock):
        yield from map(str, placed.value.missing)
    elif isinstance(placed.block, PictureBlock):
        words = str(placed.value.get("alternative") or "").strip()
        if not words:
            yield _("The picture has no description. Is it only a decoration?")
        elif FILE_NAME.fullmatch(words):
            yield _("The description “%(words)s” is the name of a file.") % {"words": short(words)}
        elif SAYS_PICTURE.match(words):
            yield _("The description needn't say that it is a picture: “%(words)s”.") % {
                "words": short(words)
            }
