from wagtail import hooks

from hub.users.cms.taxonomy import PeopleAndAccessGroup


@hooks.register("register_admin_viewset")
def people_and_access() -> PeopleAndAccessGroup:
    return PeopleAndAccessGroup()
