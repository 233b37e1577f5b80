from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.access.readers import Reader
from hub.core.one_line import without_turns
from hub.forum.authorship import asker_id_of
from hub.forum.citing import pages_at
from hub.forum.forms.files import AttachesFiles, FilesField, TakenOffField
from hub.forum.forms.naming import FindField, NamesPeople, ToldField
from hub.forum.forms.themes import FittingField, ProposesThemes, ThemesField
from hub.forum.models import Post, Space, Thread
from hub.forum.models.post import LONGEST_BODY
from hub.forum.official import office_of
from hub.pages.secret_markings import refuse_secret_heading
from hub.pages.uploads import MOST_FILES

MOST_PAGES = 10
MOST_QUOTED = 1000
MARKDOWN_HINT = _(
    "Leave out names, addresses and anything that could identify a person. "
    "A blank line starts a paragraph; **bold**, - lists and > quotes work."
)


class BodyField(forms.CharField):
    """The text of a post, in Markdown."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", MARKDOWN_HINT)
        rows = options.pop("rows", 10)
        super().__init__(
            max_length=LONGEST_BODY, widget=forms.Textarea(attrs={"rows": rows}), **options
        )


class TitleField(forms.CharField):
    """A question in one line, or another title."""

    def __init__(self, **options: Any) -> None:
        given = {
            "label": _("Your question in one sentence"),
            "error_messages": {"required": _("Enter your question in one sentence.")},
        }
        super().__init__(max_length=150, validators=[refuse_secret_heading], **given | options)

    def to_python(self, value: Any) -> str:
        return without_turns(super().to_python(value))


class AnonymousField(forms.BooleanField):
    """Whether members see who wrote it. Says what it doesn't hide before anything is posted."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Post without my name"),
            required=False,
            help_text=_(
                "Members won't see your name. Your wording may still give you away. Two moderators "
                "together, or the safeguarding lead alone to protect life or a child, can find "
                "out; the law may oblige us to tell."
            ),
        )


class SpaceChoice(forms.ModelChoiceField):
    """Where to ask; the form says which spaces there are."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Where to ask"),
            queryset=Space.objects.none(),
            empty_label=_("Choose a space"),
            error_messages={
                "required": _("Choose a space to ask in."),
                "invalid_choice": _("Choose a space from the list."),
            },
        )

    def label_from_instance(self, obj: Space) -> str:
        return f"{obj.name} ({_now('private')})" if obj.is_private else obj.name


class AskForm(ProposesThemes, NamesPeople, AttachesFiles, forms.Form):
    details_place = "forum.ask"
    details_exempt = ("find",)

    title = TitleField()
    body = BodyField(
        label=_("What happened, and what have you tried?"),
        error_messages={"required": _("Say what happened, so that people can answer.")},
    )
    space = SpaceChoice()
    fitting = FittingField()
    themes = ThemesField(
        label=_("Themes"),
        help_text=_("Without a choice it gets the theme of its space, if it has one."),
    )
    about = forms.CharField(
        label=_("Pages of the hub that this is about"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Paste their addresses, one on each line. Your question is linked from them."),
    )
    files = FilesField()
    find = FindField()
    told = ToldField()
    anonymous = AnonymousField()

    def __init__(self, *args: Any, reader: Reader, **options: Any) -> None:
        super().__init__(*args, **options)
        self.reader = reader
        spaces = Space.objects.readable_by(reader).select_related("access_rule", "theme")
        self.fields["space"].queryset = spaces
        self.offer_people(reader)
        self.propose_themes(reader)

    def clean(self) -> dict[str, Any]:
        """Who names no theme means that of the space."""
        cleaned = super().clean()
        space = cleaned.get("space")
        if space and space.theme and not cleaned.get("themes"):
            cleaned["themes"] = [space.theme]
        return cleaned

    def forgive_missing(self, *names: str) -> None:
        """Takes back that these fields are empty: a preview doesn't ask for everything yet."""
        for name in names:
            if self.has_error(name, "required"):
                del self.errors[name]

    def clean_about(self) -> list[Page]:
        """The pages at the addresses. An address that leads nowhere is named in the error."""
        addresses = list(dict.fromkeys(self.cleaned_data["about"].split()))
        if len(addresses) > MOST_PAGES:
            raise ValidationError(_now("Name at most %(n)d pages.") % {"n": MOST_PAGES})
        pages = pages_at(addresses, self.reader)
        for address in addresses:
            if address not in pages:
                raise ValidationError(
                    _now(
                        "We can't find “%(address)s” on this hub. Paste an address such as "
                        "/guidance/county-lines/."
                    )
                    % {"address": address[:100]}
                )
        return [pages[address] for address in addresses]


class ReplyForm(NamesPeople, AttachesFiles, forms.Form):
    details_place = "forum.reply"
    details_exempt = ("find",)

    body = BodyField(
        label=_("Your answer"),
        rows=8,
        error_messages={"required": _("Write your answer before you post it.")},
    )
    files = FilesField()
    find = FindField()
    told = ToldField()
    anonymous = AnonymousField()
    official = forms.BooleanField(
        label=_("This is an official answer"),
        required=False,
        help_text=_("Your office stands beside it, and people will rely on it."),
    )

    def __init__(self, *args: Any, reader: Reader, **options: Any) -> None:
        super().__init__(*args, **options)
        self.office = office_of(reader)
        self.offer_people(reader)
        if not self.office:
            del self.fields["official"]

    def clean(self) -> dict[str, Any]:
        """Adds `official_as` in place of the tick."""
        cleaned = super().clean()
        official = cleaned.pop("official", False)
        if official and cleaned.get("anonymous"):
            self.add_error("official", _("An official answer has a name. Take one of the two."))
        return cleaned | {"official_as": self.office if official else ""}


def first_reply(thread: Thread, reader: Reader, quoted: Post | None = None) -> ReplyForm:
    """Whoever asked without a name answers without one, unless they choose otherwise."""
    nameless = thread.author_id is None and not thread.is_imported
    own = nameless and asker_id_of(thread) == reader.user_id
    body = quote_of(quoted) if quoted else ""
    return ReplyForm(reader=reader, initial={"anonymous": own, "body": body})


def quote_of(post: Post) -> str:
    """The beginning of a post as a quote in Markdown, with who said it and where."""
    lines = Truncator(post.body.strip()).chars(MOST_QUOTED).splitlines()
    said = _now("%(name)s said") % {"name": post.signed.name}
    return "\n".join(
        [f"[{said}]({post.get_absolute_url()}):", "", *(f"> {line}" for line in lines), "", ""]
    )


class EditForm(AttachesFiles, forms.Form):
    details_place = "forum.edit"

    body = BodyField(label=_("Text"), error_messages={"required": _("The text can't be empty.")})
    taken_off = TakenOffField()
    files = FilesField()
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, post: Post, **options: Any) -> None:
        super().__init__(*args, **options)
        self.post = post
        attached = post.attachments.all()
        self.fields["taken_off"].queryset = attached
        if not attached:
            del self.fields["taken_off"]

    def is_nameless(self, cleaned: dict[str, Any]) -> bool:
        return self.post.is_anonymous

    def clean(self) -> dict[str, Any]:
        """Counts the files that stay together with the new ones."""
        cleaned = super().clean()
        left = self.post.attachments.count() - len(cleaned.get("taken_off", ()))
        if left + len(cleaned.get("files", ())) > MOST_FILES:
            self.add_error("files", _now("A post has at most %(n)d files.") % {"n": MOST_FILES})
        return cleaned


class EditQuestionForm(EditForm):
    title = TitleField()
    field_order = ("title", "body", "taken_off", "files", "version")


class EditStartForm(EditQuestionForm):
    """The beginning of a thread that asks nothing."""

    title = TitleField(label=_("Title"), error_messages={"required": _("Enter a title.")})
