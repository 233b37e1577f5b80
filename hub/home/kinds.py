from django.utils.translation import gettext_lazy as _

from hub.home.models import ThemePage
from hub.pages.kinds import page_kind

page_kind(
    ThemePage,
    label=_("Theme"),
    plural=_("Themes"),
    icon="layout-grid",
    order=100,
    followed=_(
        "You follow this theme. We'll tell you what is new on it in the forum, and when the page"
        " changes."
    ),
)
