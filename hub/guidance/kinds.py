from django.utils.translation import gettext_lazy as _

from hub.guidance.models import GuidancePage, PracticePage, ToolPage
from hub.pages.kinds import page_kind

page_kind(GuidancePage, label=_("Guidance"), plural=_("Guidance"), icon="book-open", order=10)
page_kind(
    PracticePage,
    label=_("Practice example"),
    plural=_("Practice examples"),
    icon="sprout",
    order=40,
)
page_kind(ToolPage, label=_("Tool"), plural=_("Tools to take away"), icon="wrench", order=45)
