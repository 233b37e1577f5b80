from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from hub.legislation.models import ActPage, ProvisionPage, ProvisionVersion
from hub.pages.kinds import page_kind


def provision_of(version: ProvisionVersion) -> Iterable[ProvisionPage]:
    return ProvisionPage.objects.filter(pk=version.provision_id)


page_kind(ActPage, label=_("Act"), plural=_("Acts"), icon="scale", order=25)
page_kind(
    ProvisionPage,
    label=_("Law"),
    plural=_("Law"),
    icon="scale",
    order=20,
    parts={ProvisionVersion: provision_of},
)
