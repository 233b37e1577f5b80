"""Why each kind of finding matters, and how it is mended."""

from django.utils.translation import gettext_lazy as _

from hub.quality.enums import FindingKind as Kind

WHY = {
    Kind.NEEDED: _("Readers can't do without it, so the page can't be published yet."),
    Kind.DETAILS: _("A real person could be found by it, and a child could come to harm."),
    Kind.DEAD_LINKS: _("Whoever follows it in a hurry loses time and trust."),
    Kind.LAW: _("A reader who acts on it must be able to see the very words of the law."),
    Kind.ALTERNATIVES: _("Who can't see or hear it learns nothing from it."),
    Kind.TERMS: _("Colleagues of other agencies don't know each other's words."),
    Kind.LINK_TEXT: _("People who listen to a page, or look it over, meet links without the text."),
    Kind.HEADINGS: _("People find their way through a page by its headings, by ear as well."),
    Kind.READING: _("Readers are tired and on a phone. Hard text is read wrongly."),
    Kind.SENTENCES: _("By the end of a long sentence readers have lost its beginning."),
}
MEND = {
    Kind.NEEDED: _("Fill it in, or save a draft."),
    Kind.DETAILS: _("Take it out or make it general. Leave it if it belongs to a service."),
    Kind.DEAD_LINKS: _("Link to what took its place, or take the link away."),
    Kind.LAW: _("Link the words to the provision, or name it under “What this rests on”."),
    Kind.ALTERNATIVES: _("Say in words what it tells. Leave a mere decoration without them."),
    Kind.TERMS: _("Say it in full at its first place, or use a plain word, or add a term."),
    Kind.LINK_TEXT: _("Let the link name what it leads to."),
    Kind.HEADINGS: _("Use the heading block for parts and the smaller heading only inside one."),
    Kind.READING: _("Shorter sentences, everyday words, one idea a paragraph, a list of steps."),
    Kind.SENTENCES: _("Make two of it, or a list."),
}
