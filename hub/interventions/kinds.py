from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions
from hub.interventions.models import InterventionPage, ReferralRoutePage
from hub.pages.kinds import page_kind

page_kind(
    InterventionPage,
    label=_("Intervention"),
    plural=_("Interventions"),
    icon="hand-helping",
    order=50,
)
page_kind(
    ReferralRoutePage, label=_("Referral route"), plural=_("Referral routes"), icon="send", order=60
)
name_actions(
    {
        "area.stated": _("Area: what is in place there stated"),
        "area.viewed": _("Area: what is in place there read"),
    }
)
