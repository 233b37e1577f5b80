"""Wagtail's own sign-ins, password pages and unsafe tools, closed by routes above its includes.

Every method gets the same answer. The gate in `middleware.py` is the second wall.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access

from hub.users.cms.account import CmsAccountView


def no_such_page(_request: HttpRequest) -> HttpResponse:
    raise Http404


sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
reset = RedirectView.as_view(pattern_name="account_reset_password")

urlpatterns: list[URLPattern] = [
    path("cms/login/", sign_in),
    path("_util/login/", sign_in),
    re_path(r"^cms/password_reset/.*$", reset),
    re_path(r"^(?:_util|documents)/authenticate_with_password/.*$", no_such_page),
    # Groups come from memberships, people are never deleted, closing an account ends its sessions:
    # the bulk actions on people would go round all three.
    re_path(r"^cms/bulk/users/.*$", no_such_page),
    # An agency's sign-in is linked by an address that it vouches for, in no other way.
    re_path(r"^accounts/(?:3rdparty|social)/(?:signup/|connections/)?$", no_such_page),
    # Memberships and restrictions rest on groups: a group ends by being closed, never by deletion.
    re_path(r"^cms/groups/delete/.*$", no_such_page),
    # Wagtail's test of a fault, and its choosers, which fail on what is no number.
    path("cms/failwhale/", no_such_page),
    re_path(r"^cms/(?:.+/)?chosen/(?!\d+/$).*$", no_such_page),
    # No form chooses a space, and Wagtail's chooser would tell all staff of all spaces.
    re_path(r"^cms/snippets/choose/forum/.*$", no_such_page),
    # Files have no tags here: no rule would know who may read one.
    re_path(r"^cms/tag-autocomplete/.*$", no_such_page),
    # The CMS's screens ask who may read all that lies below a page before they copy, move or delete
    # it; these do the same without asking, and no screen uses them.
    re_path(r"^cms/api/main/pages/\d+/action/.*$", no_such_page),
    path("cms/account/", never_cache(require_admin_access(CmsAccountView.as_view()))),
]
