"""Who may use each address. A new address gets its line here before it answers anybody."""

from enum import Enum


class Who(Enum):
    """Whom an address answers; others are asked to sign in, or find nothing there."""

    EVERYONE = "everyone"
    NOBODY = "nobody: it closes a door of somebody else's"
    RULE = "whoever the rule of the named thing lets in"
    HOLDER = "whoever holds the code or the signed link"
    SIGNED_IN = "people who are signed in, with what is theirs or open to them"
    ROLE = "people whose role says so"
    STAFF = "people whose role says so, signed in with a second factor"
    DEMO = "everyone, on a demonstration only"
    DEMO_OR_STAFF = "everyone on a demonstration, elsewhere people who may enter the CMS"


# Other people's addresses, by prefix. Ours stand above them in hub/urls.py.
PREFIXES: dict[str, Who] = {
    "accounts/": Who.EVERYONE,  # allauth asks for sign-in where its pages need one
    "cms/": Who.STAFF,
    "documents/": Who.RULE,
    "_util/": Who.EVERYONE,
}

POLICY: dict[str, Who] = {
    r"^cms/password_reset/.*$": Who.NOBODY,
    r"^(?:_util|documents)/authenticate_with_password/.*$": Who.NOBODY,
    r"^cms/bulk/users/.*$": Who.NOBODY,
    r"^accounts/(?:3rdparty|social)/(?:signup/|connections/)?$": Who.NOBODY,
    "accounts/oidc/<slug:provider_id>/login/": Who.RULE,  # any agency that is there
    r"^cms/groups/delete/.*$": Who.NOBODY,
    "healthz": Who.EVERYONE,
    "readyz": Who.EVERYONE,
    "sitemap.xml": Who.EVERYONE,
    "style-guide/": Who.DEMO_OR_STAFF,
    "help-now/": Who.EVERYONE,
    "search/": Who.EVERYONE,
    "account/": Who.SIGNED_IN,
    "account/profile/": Who.SIGNED_IN,
    "account/verification/": Who.SIGNED_IN,
    "account/verification/ask/": Who.SIGNED_IN,
    "account/verification/ask/withdraw/": Who.SIGNED_IN,
    "account/verification/ask/again/": Who.SIGNED_IN,
    "account/verification/confirm/": Who.SIGNED_IN,
    "account/verification/confirm/<str:token>/": Who.SIGNED_IN,
    "account/verification/requests/": Who.ROLE,
    "account/verification/requests/<int:request_id>/": Who.ROLE,
    "account/data/": Who.SIGNED_IN,
    "account/data/copy/": Who.SIGNED_IN,
    "account/data/copies/<slug:code>/": Who.SIGNED_IN,
    "account/data/erase/": Who.SIGNED_IN,
    "data-inventory/": Who.EVERYONE,
    "account/sessions/<int:session_id>/end/": Who.SIGNED_IN,
    "account/notices/": Who.SIGNED_IN,
    "account/notices/read/": Who.SIGNED_IN,
    "account/notices/<int:notice_id>/read/": Who.SIGNED_IN,
    "account/notices/<int:notice_id>/open/": Who.SIGNED_IN,
    "account/notices/choices/": Who.SIGNED_IN,
    "account/notices/choices/each/": Who.SIGNED_IN,
    "account/notices/following/": Who.SIGNED_IN,
    "account/notices/following/<int:subscription_id>/stop/": Who.SIGNED_IN,
    "account/notices/unsubscribe/<str:token>/": Who.HOLDER,
    "forum/": Who.EVERYONE,
    "forum/rules/": Who.EVERYONE,
    "forum/ask/": Who.SIGNED_IN,
    "forum/spaces/<slug:slug>/": Who.RULE,
    "forum/threads/<int:thread_id>/": Who.RULE,
    "forum/threads/<int:thread_id>/<slug:slug>/": Who.RULE,
    "forum/threads/<int:thread_id>/reply/": Who.SIGNED_IN,
    "forum/threads/<int:thread_id>/follow/": Who.SIGNED_IN,
    "forum/threads/<int:thread_id>/unfollow/": Who.SIGNED_IN,
    "forum/threads/<int:thread_id>/unaccept/": Who.SIGNED_IN,
    "forum/posts/<int:post_id>/": Who.RULE,
    "forum/posts/<int:post_id>/accept/": Who.SIGNED_IN,
    "forum/posts/<int:post_id>/edit/": Who.SIGNED_IN,
    "forum/posts/<int:post_id>/history/": Who.RULE,
    "forum/posts/<int:post_id>/report/": Who.SIGNED_IN,
    "forum/posts/<int:post_id>/hide/": Who.ROLE,
    "forum/posts/<int:post_id>/unhide/": Who.ROLE,
    "forum/reports/": Who.ROLE,
    "forum/reports/<int:report_id>/handle/": Who.ROLE,
    "groups/": Who.SIGNED_IN,
    "groups/start/": Who.ROLE,
    "groups/invitations/<slug:code>/": Who.SIGNED_IN,
    "groups/<slug:slug>/": Who.SIGNED_IN,
    "groups/<slug:slug>/change/": Who.ROLE,
    "groups/<slug:slug>/close/": Who.ROLE,
    "groups/<slug:slug>/join/": Who.SIGNED_IN,
    "groups/<slug:slug>/ask/": Who.SIGNED_IN,
    "groups/<slug:slug>/ask/withdraw/": Who.SIGNED_IN,
    "groups/<slug:slug>/confirm/": Who.SIGNED_IN,
    "groups/<slug:slug>/leave/": Who.SIGNED_IN,
    "groups/<slug:slug>/members/": Who.SIGNED_IN,
    "groups/<slug:slug>/members/due/": Who.ROLE,
    "groups/<slug:slug>/members/<int:membership_id>/remove/": Who.ROLE,
    "groups/<slug:slug>/members/<int:membership_id>/owner/": Who.ROLE,
    "groups/<slug:slug>/members/<int:membership_id>/step-down/": Who.ROLE,
    "groups/<slug:slug>/requests/": Who.ROLE,
    "groups/<slug:slug>/requests/<int:request_id>/approve/": Who.ROLE,
    "groups/<slug:slug>/requests/<int:request_id>/refuse/": Who.ROLE,
    "groups/<slug:slug>/invitations/": Who.ROLE,
    "groups/<slug:slug>/invitations/<int:invitation_id>/withdraw/": Who.ROLE,
    "learning/": Who.SIGNED_IN,
    "learning/enrol/<int:course_id>/": Who.SIGNED_IN,
    "learning/lessons/<int:lesson_id>/done/": Who.SIGNED_IN,
    "learning/courses/<int:course_id>/quiz/": Who.SIGNED_IN,
    "learning/quizzes/<slug:code>/": Who.SIGNED_IN,
    "learning/quizzes/<slug:code>/check/": Who.SIGNED_IN,
    "learning/quizzes/<slug:code>/submit/": Who.SIGNED_IN,
    "learning/quizzes/<slug:code>/result/": Who.SIGNED_IN,
    "learning/quizzes/<slug:code>/<int:order>/": Who.SIGNED_IN,
    "certificates/<slug:code>/": Who.HOLDER,
    r"^media/(?P<path>.+)$": Who.RULE,
    "demo/mail/": Who.DEMO,
    # Wagtail's pages, each by its own rule.
    r"^((?:[\w\-]+/)*)$": Who.RULE,
}
