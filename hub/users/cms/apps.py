from wagtail.users.apps import WagtailUsersAppConfig


class CmsUsersConfig(WagtailUsersAppConfig):
    """Wagtail's pages about people, with our forms."""

    user_viewset = "hub.users.cms.people.PeopleViewSet"

    def ready(self) -> None:
        from hub.users.cms.exports import keep_cells_plain

        super().ready()
        keep_cells_plain()
