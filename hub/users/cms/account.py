from wagtail.admin.views.account import AccountView, BaseSettingsPanel

# Names, addresses and passwords are changed on the person's own page, where allauth confirms them.
PANELS_ELSEWHERE = frozenset({"name_email", "avatar", "password"})


class CmsAccountView(AccountView):
    """Preferences in the CMS: notices, language and theme."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        return [panel for panel in super().get_panels() if panel.name not in PANELS_ELSEWHERE]
