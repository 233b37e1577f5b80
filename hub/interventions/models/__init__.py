from hub.interventions.models.help_now import HelpNow
from hub.interventions.models.intervention import InterventionIndexPage, InterventionPage
from hub.interventions.models.referral import ReferralIndexPage, ReferralRoutePage

__all__ = [
    "HelpNow",
    "InterventionIndexPage",
    "InterventionPage",
    "ReferralIndexPage",
    "ReferralRoutePage",
]
