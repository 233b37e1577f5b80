from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from hub.support.models import SupportRequest

SUPPORT = (_("Support desk"), reverse_lazy("support:index"))
BOARD = (_("Requests"), reverse_lazy("support:board"))


def to_work(request: SupportRequest) -> list[tuple[object, object]]:
    return [SUPPORT, BOARD, (request, request.desk_url)]
