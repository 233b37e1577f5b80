from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.notices.enums import Category, Preset, Rhythm, Weekday
from hub.notices.models import NoticeChoices
from hub.notices.presets import CHOSEN, preset_of

NO_HOUR = ("", _("No quiet hours"))
HOURS = [NO_HOUR, *((hour, f"{hour:02}:00") for hour in range(24))]

PRESET_LABELS = [
    (
        Preset.QUIET,
        _(
            "Quiet: one email a day at most, for what waits for you. Replies come in the weekly"
            " round-up. The rest stays in the hub."
        ),
    ),
    (
        Preset.NORMAL,
        _(
            "Normal: an email at once for replies to you, for what waits for you and, three months"
            " after a course, to ask whether it helped. The rest comes in one weekly round-up."
        ),
    ),
    (Preset.EVERYTHING, _("Everything: an email at once for each thing that happens.")),
]


class PresetForm(forms.Form):
    preset = forms.ChoiceField(
        label=_("How much email would you like?"),
        choices=PRESET_LABELS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how much email you'd like.")},
    )

    def __init__(self, *args: Any, choices: NoticeChoices, **kwargs: Any) -> None:
        super().__init__(*args, initial={"preset": preset_of(choices.rhythms)}, **kwargs)


def rhythm_choice(category: Category, hint: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=category.label, choices=Rhythm, help_text=hint)


class ChoicesForm(forms.Form):
    reply = rhythm_choice(Category.REPLY, _("Somebody answers your question or writes to you."))
    task = rhythm_choice(Category.TASK, _("A request or a report that you are asked to decide."))
    followed = rhythm_choice(
        Category.FOLLOWED,
        _("Something new in a question, space or theme that you follow, or from a person."),
    )
    news = rhythm_choice(Category.NEWS, _("New guidance, courses and changes of law."))
    survey = rhythm_choice(
        Category.SURVEY, _("Three months after a course, two questions about your work since.")
    )
    weekly_day = forms.TypedChoiceField(
        label=_("Day of the weekly round-up"),
        choices=Weekday,
        coerce=int,
        help_text=_("Round-ups go out at 8 in the morning."),
    )
    quiet_from = forms.TypedChoiceField(
        label=_("Quiet from"),
        choices=HOURS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("No email in these hours, London time. It waits for their end."),
    )
    quiet_until = forms.TypedChoiceField(
        label=_("Quiet until"), choices=HOURS, coerce=int, empty_value=None, required=False
    )
    mails_overflow = forms.BooleanField(
        label=_("On a busy day, send the rest in a daily round-up"),
        required=False,
        help_text=_("After twelve emails in a day. Otherwise the rest waits in the hub."),
    )

    def __init__(self, *args: Any, choices: NoticeChoices, **kwargs: Any) -> None:
        initial = {name: getattr(choices, name) for name in self.base_fields}
        super().__init__(*args, initial=initial, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, end = data.get("quiet_from"), data.get("quiet_until")
        if start is not None and start == end:
            self.add_error("quiet_until", _("Choose another hour than the one they begin at."))
        elif start is None and end is not None:
            self.add_error("quiet_from", _("Choose when quiet hours begin, or leave both out."))
        elif end is None and start is not None and "quiet_until" not in self.errors:
            self.add_error("quiet_until", _("Choose when quiet hours end, or leave both out."))
        return data

    def chosen(self) -> dict[str, Any]:
        """What the service `choose` takes, of a valid form."""
        data = dict(self.cleaned_data)
        return {"rhythms": {of: Rhythm(data.pop(of.value)) for of in CHOSEN}, **data}
