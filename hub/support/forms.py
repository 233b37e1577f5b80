"""What people type at the desk: the asker's side, the team's, and the public part."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.copying import copied_words
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.forum.forms.writing import BodyField, SpaceChoice, ThemesField, TitleField
from hub.support.enums import Help, Helped, Status
from hub.support.models import SupportRequest
from hub.support.services.publishing import open_spaces
from hub.support.team import colleagues_for
from hub.taxonomy.models import Area
from hub.users.models import User

PLAIN_HINT = _("Leave out names, addresses and anything that could identify a person.")


class AskDeskForm(ChecksPersonalDetails, forms.Form):
    details_place = "support.ask"

    kind = forms.ChoiceField(
        label=_("What kind of help do you need?"),
        choices=Help,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind of help that you need.")},
    )
    title = TitleField()
    body = BodyField(
        label=_("What happened, and what have you tried?"),
        help_text=PLAIN_HINT,
        error_messages={"required": _("Say what happened, so that the team can help.")},
    )
    area = forms.ModelChoiceField(
        Area.objects.all(),
        label=_("Area that this is about"),
        required=False,
        empty_label=_("No particular area"),
    )
    may_publish = forms.BooleanField(
        label=_("You may publish the general part, rewritten and without my name"),
        required=False,
        help_text=_(
            "Others learn from a good question. The team writes it anew for the forum, in their "
            "own name. If you don't tick this, nothing of it is published."
        ),
    )


class ReplyForm(ChecksPersonalDetails, forms.Form):
    details_place = "support.reply"

    body = BodyField(
        label=_("Your reply"),
        rows=6,
        help_text=PLAIN_HINT,
        error_messages={"required": _("Write your reply before you send it.")},
    )


class HelpedForm(ChecksPersonalDetails, forms.Form):
    details_place = "support.helped"

    helped = forms.ChoiceField(
        label=_("Did it help?"),
        choices=Helped,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether it helped.")},
    )
    reason = forms.CharField(
        label=_("In one sentence, why?"),
        required=False,
        max_length=SupportRequest._meta.get_field("helped_reason").max_length,
    )


class AnswerForm(ChecksPersonalDetails, forms.Form):
    details_place = "support.answer"

    body = BodyField(
        label=_("Your answer"),
        help_text=PLAIN_HINT,
        error_messages={"required": _("Write your answer before you send it.")},
    )
    asks_back = forms.BooleanField(
        label=_("I need to know more first: wait for the asker"), required=False
    )


class NoteForm(ChecksPersonalDetails, forms.Form):
    details_place = "support.note"

    body = BodyField(
        label=_("Internal note"),
        rows=5,
        help_text=_("For the team alone: the asker sees it nowhere. Leave out names all the same."),
        error_messages={"required": _("Write the note before you save it.")},
    )


class ColleagueChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: User) -> str:
        return obj.get_full_name()


class HandOverForm(ChecksPersonalDetails, forms.Form):
    details_place = "support.hand_over"

    to = ColleagueChoice(
        User.objects.none(),
        label=_("Who takes it on?"),
        empty_label=_("Choose a colleague"),
        error_messages={
            "required": _("Choose who takes it on."),
            "invalid_choice": _("Choose a colleague from the list."),
        },
    )
    note = BodyField(
        label=_("What should they know?"),
        rows=5,
        help_text=_("An internal note: the asker sees it nowhere."),
        error_messages={"required": _("Say what your colleague should know.")},
    )

    def __init__(self, *args: Any, request: SupportRequest, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].queryset = colleagues_for(request).exclude(pk=by.pk)


class PublishForm(ChecksPersonalDetails, forms.Form):
    """The general part, written anew. Its fields start empty, beside the private text."""

    details_place = "support.publish"

    title = TitleField()
    body = BodyField(
        label=_("What happened, and what was tried"),
        error_messages={"required": _("Write the question anew, so that people understand it.")},
    )
    answer = BodyField(label=_("Answer"), required=False)
    space = SpaceChoice()
    themes = ThemesField()

    def __init__(self, *args: Any, request: SupportRequest, **options: Any) -> None:
        super().__init__(*args, **options)
        self.request = request
        self.fields["space"].queryset = open_spaces()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        private = list(self.private_texts())
        for name in ("title", "body", "answer"):
            words = copied_words(cleaned.get(name) or "", private)
            if words:
                self.add_error(
                    name,
                    _("“%(words)s” stands in the private request. Write it anew.")
                    % {"words": words},
                )
        return cleaned

    def private_texts(self) -> Iterator[str]:
        yield self.request.title
        yield self.request.body
        said = self.request.messages.filter(author_id=self.request.asker_id)
        yield from said.values_list("body", flat=True)


class BoardForm(forms.Form):
    """What the board is narrowed to; a value that makes no sense narrows nothing."""

    kind = forms.ChoiceField(
        label=_("Kind of help"), required=False, choices=[("", _("All kinds")), *Help.choices]
    )
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All but closed")), *Status.choices]
    )
    mine = forms.BooleanField(label=_("Mine only"), required=False)

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
