from wagtail.users.apps import WagtailUsersAppConfig


class CmsUsersConfig(WagtailUsersAppConfig):
    """Wagtail's pages about people, with our forms."""

    user_viewset = "hub.users.cms.people.PeopleViewSet"
