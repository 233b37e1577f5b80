"""The typed blocks that a page body is made of; one template each in templates/blocks.

A body is a flat run of blocks in which headings open sections, so that citations and search can
point at a part of a page.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A second-level heading; its anchor is made from its words where the page is shown."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/paragraph.html"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"))
    text = blocks.RichTextBlock(label=_("How"), features=TEXT_FEATURES, required=False)


class StepsBlock(blocks.StructBlock):
    """Steps in the order in which someone takes them."""

    steps = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"


class WarningSignsBlock(blocks.StructBlock):
    """Signs to weigh. They are never proof, and the template says so."""

    title = blocks.CharBlock(label=_("Title"))
    items = blocks.ListBlock(blocks.CharBlock(), label=_("Signs"))
    note = blocks.TextBlock(label=_("Note"), required=False)

    class Meta:
        icon = "warning"
        label = _("Warning signs")
        template = "blocks/warning_signs.html"


class RowBlock(blocks.StructBlock):
    cells = blocks.ListBlock(blocks.CharBlock(required=False), label=_("Cells"))


class TextTableBlock(blocks.StructBlock):
    """A small table of text with a caption and a header row."""

    caption = blocks.CharBlock(label=_("What the table shows"))
    header = blocks.ListBlock(blocks.CharBlock(), label=_("Column headings"))
    rows = blocks.ListBlock(RowBlock(), label=_("Rows"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"))
    attribution = blocks.CharBlock(label=_("Who said it, and where"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class CalloutBlock(blocks.StructBlock):
    """A point that a reader in a hurry must not miss. One or two a page at most."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        template = "blocks/callout.html"


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    description = blocks.CharBlock(label=_("What it is for"))

    class Meta:
        icon = "doc-full"
        label = _("Download")
        template = "blocks/download.html"


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    alternative = blocks.CharBlock(
        label=_("Description for people who can't see it"), required=False
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/picture.html"


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = ParagraphBlock(features=TEXT_FEATURES)
    steps = StepsBlock()
    warning_signs = WarningSignsBlock()
    table = TextTableBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    download = DownloadBlock()
    picture = PictureBlock()
