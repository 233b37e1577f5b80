from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from hub.users.models import User


class PeopleField(forms.CharField):
    """People by the addresses that they sign in with; an unknown one is named in the error."""

    def clean(self, value: Any) -> list[User]:
        typed = dict.fromkeys(super().clean(value).lower().replace(",", " ").split())
        people = User.objects.filter(is_active=True).annotate(address=Lower("email"))
        known = {person.address: person for person in people.filter(address__in=typed)}
        for address in typed:
            if address not in known:
                raise ValidationError(
                    _("Nobody has an account with the address %(address)s.")
                    % {"address": address[:254]}
                )
        return list(known.values())
