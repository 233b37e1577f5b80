from hub.interventions.models.help_now import HelpNow
from hub.interventions.models.intervention import InterventionIndexPage, InterventionPage
from hub.interventions.models.referral import ReferralIndexPage, ReferralRoutePage
from hub.interventions.models.statement import AreaStatement

__all__ = [
    "AreaStatement",
    "HelpNow",
    "InterventionIndexPage",
    "InterventionPage",
    "ReferralIndexPage",
    "ReferralRoutePage",
]
