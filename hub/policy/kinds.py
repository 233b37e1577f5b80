from django.utils.translation import gettext_lazy as _

from hub.pages.kinds import page_kind
from hub.policy.models import PolicyPage

page_kind(
    PolicyPage, label=_("Policy note"), plural=_("Policy notes"), icon="scroll-text", order=30
)
