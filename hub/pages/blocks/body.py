"""The typed blocks that a page body is made of; one template each in templates/blocks.

A body is a flat run of blocks in which headings open sections, so that citations and search can
point at a part of a page.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from hub.pages.blocks.features import TEXT_FEATURES
from hub.pages.blocks.video import VideoBlock


class HeadingBlock(blocks.CharBlock):
    """A second-level heading; its anchor is made from its words where the page is shown."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Opens a part of the page. The contents list and search lead to it.")
        template = "blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links. One idea a paragraph.")
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
        description = _("What somebody does in this order, numbered. At most five read well.")
        template = "blocks/steps.html"


class WarningSignsBlock(blocks.StructBlock):
    """Signs to weigh. They are never proof, and the template says so."""

    title = blocks.CharBlock(
        label=_("Title"), help_text=_("Of whom or what, such as “Signs in a home”.")
    )
    items = blocks.ListBlock(
        blocks.CharBlock(),
        label=_("Signs"),
        help_text=_("What somebody can see or hear, one a line."),
    )
    note = blocks.TextBlock(label=_("Note"), required=False)

    class Meta:
        icon = "warning"
        label = _("Warning signs")
        description = _("Signs to weigh together. The page says that none of them is proof.")
        template = "blocks/warning_signs.html"


class RowBlock(blocks.StructBlock):
    cells = blocks.ListBlock(blocks.CharBlock(required=False), label=_("Cells"))


class TextTableBlock(blocks.StructBlock):
    """A small table of text with a caption and a header row."""

    caption = blocks.CharBlock(label=_("What the table shows"))
    header = blocks.ListBlock(blocks.CharBlock(), label=_("Column headings"))
    rows = blocks.ListBlock(
        RowBlock(), label=_("Rows"), help_text=_("Each row has one cell for each column.")
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A few columns of short text, with a caption that says what it shows.")
        template = "blocks/table.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"))
    attribution = blocks.CharBlock(label=_("Who said it, and where"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words, with who said them and where.")
        template = "blocks/quote.html"


class CalloutBlock(blocks.StructBlock):
    """A point that a reader in a hurry must not miss. One or two a page at most."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        description = _("A point that nobody must miss. One or two a page at most.")
        template = "blocks/callout.html"


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(
        label=_("Document"),
        help_text=_("On a page that isn't for everyone, from a collection that is as closed."),
    )
    description = blocks.CharBlock(label=_("What it is for"))

    class Meta:
        icon = "doc-full"
        label = _("Download")
        description = _("A file to take away, with its kind and size.")
        template = "blocks/download.html"


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(
        label=_("Image"),
        help_text=_("No real person, home or number plate that someone could recognise."),
    )
    alternative = blocks.CharBlock(
        label=_("Description for people who can't see it"),
        required=False,
        help_text=_("What the picture tells. Leave empty if it only decorates."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture, with words for people who can't see it.")
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
    video = VideoBlock()
