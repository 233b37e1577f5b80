"""Choosing a marking in a form, without undoing what somebody else has just chosen."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from hub.access.enums import Marking


class MarkingChoice(forms.RadioSelect):
    """Sends along which marking `stood` when the form was shown."""

    stood = ""

    def render(self, name: str, *args: Any, **kwargs: Any) -> SafeString:
        sent_along = forms.HiddenInput().render(name_of_stood(name), self.stood)
        return super().render(name, *args, **kwargs) + sent_along


def name_of_stood(name: str) -> str:
    return f"{name}-stood"


def refuse_stale(form: forms.BaseForm, chosen: str, now: str) -> None:
    """Raises ValidationError for a choice that was made before the marking became another.

    A form that was open meanwhile would lower the marking without anybody having meant it.
    """
    stood = form.data.get(name_of_stood(form.add_prefix("marking")))
    if stood and stood != now != chosen:
        raise ValidationError(
            _(
                "Somebody has changed the marking to %(level)s since you opened this form. Choose "
                "again, then save."
            )
            % {"level": Marking(now).label}
        )
