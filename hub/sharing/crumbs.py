from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from hub.sharing.models import SharedExample

SHARE = (_("Share your practice"), reverse_lazy("sharing:start"))
REVIEWS = (_("Practice to review"), reverse_lazy("sharing:board"))


def to_example(example: SharedExample) -> list[tuple[object, object]]:
    return [SHARE, (example.title or _("Your example"), example.get_absolute_url())]
