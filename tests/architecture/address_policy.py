"""Who may use each address, and how. A new address gets its line here before it answers anybody.

A line says who is let in, which methods are answered, and which thing the address names.
`tests/matrix/` asks every address as every role and compares; the table in `hub/access/README.md`
is made from here by `python -m tests.matrix.table`.
"""

from dataclasses import dataclass
from enum import Enum


class Who(Enum):
    """Whom an address lets in. Strangers are asked to sign in, others find nothing."""

    EVERYONE = "everyone"
    READERS = "whoever may read the thing"
    PROGRAMS = "programs of whoever may read the thing, which are sent nowhere else"
    SIGNED_IN = "people who are signed in"
    SIGNED_IN_READERS = "people who are signed in and may read the thing"
    PRACTITIONERS = "verified practitioners, where the thing is shown"
    OWNER = "the person whose thing it is"
    ASKER = "who asked the question, and moderators who may read it"
    MODERATORS = "moderators of the hub with a second factor, where they may read the thing"
    SPACE_KEEPERS = (
        "moderators and administrators with a second factor, where they may read the thing"
    )
    HUB_MODERATORS = "moderators of the hub with a second factor"
    DECIDED = "moderators with a second factor who decided it, where they may read the thing"
    WRITERS = "who leads, writes, reviews, answers or moderates, with a second factor, likewise"
    SHARERS = "verified practitioners, and leads with a second factor"
    REVIEWERS = "reviewers and administrators of the hub with a second factor, but not the author"
    FRONT_LINE = "the front-line team with a second factor, but not who asked"
    RENEWING = "people whose address has to be confirmed again"
    LEADING = "leads and administrators with a second factor"
    LEADING_PEOPLE = "leads and trainers of an area or organisation, with a second factor"
    LED = "leads and trainers of the area or organisation that the thing is of, likewise"
    APPROVERS = "leads of the area and administrators with a second factor, but not who asked"
    IN_AREA = "people verified in the area, and administrators with a second factor"
    AREA_LEADS = "leads of the area and administrators with a second factor"
    IN_GROUP = "people in the group"
    GROUP_MEMBERS = "people in the group, and administrators with a second factor"
    GROUP_OWNERS = "owners of the group, and administrators with a second factor"
    ADMINISTRATORS = "administrators with a second factor"
    TEACHING = "trainers and administrators with a second factor, where they may read the thing"
    TRAINER = "the trainer whose workshop it is, and administrators, with a second factor"
    HOLDER = "whoever holds the signed link"
    HALFWAY = "people between their password and their second step"
    STAFF = "people who may enter the CMS, signed in with a second factor"
    NOBODY = "nobody: it closes a door, most of them somebody else's"


READ = ("GET", "HEAD")
READ_WRITE = ("GET", "HEAD", "POST")
WRITE = ("POST",)
# Class-based pages of others, which refuse other methods or not: nothing here says which.
ANY: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """`thing` is a kind of thing in tests/matrix/things.py; none where the address names none."""

    who: Who
    methods: tuple[str, ...] = READ
    thing: str = ""


# Other people's addresses, by prefix; the longest that fits counts. More of cms/: cms_policy.py.
PREFIXES: dict[str, Line] = {
    "accounts/": Line(Who.EVERYONE, ANY),
    "accounts/email/": Line(Who.SIGNED_IN, ANY),
    "accounts/password/change/": Line(Who.SIGNED_IN, ANY),
    "accounts/password/set/": Line(Who.SIGNED_IN, ANY),
    "accounts/reauthenticate/": Line(Who.SIGNED_IN, ANY),
    "accounts/sessions/": Line(Who.SIGNED_IN, ANY),
    "accounts/2fa/": Line(Who.SIGNED_IN, ANY),
    "accounts/2fa/authenticate/": Line(Who.HALFWAY, ANY),
    "accounts/2fa/webauthn/login/": Line(Who.HALFWAY, ANY),
    "accounts/login/code/confirm/": Line(Who.HALFWAY, ANY),
    "cms/": Line(Who.STAFF, ANY),
    "cms/login/": Line(Who.NOBODY, ANY),
    "cms/password_reset/": Line(Who.NOBODY, ANY),
    "documents/": Line(Who.READERS, ANY, "document"),
    "documents/authenticate_with_password/": Line(Who.NOBODY, ANY),
    "_util/": Line(Who.NOBODY, ANY),
}

POLICY: dict[str, Line] = {
    r"^cms/password_reset/.*$": Line(Who.NOBODY, ANY),
    r"^(?:_util|documents)/authenticate_with_password/.*$": Line(Who.NOBODY, ANY),
    r"^cms/bulk/users/.*$": Line(Who.NOBODY, ANY),
    r"^accounts/(?:3rdparty|social)/(?:signup/|connections/)?$": Line(Who.NOBODY, ANY),
    "accounts/oidc/<slug:provider_id>/login/": Line(Who.READERS, READ_WRITE, "agency"),
    "cms/failwhale/": Line(Who.NOBODY, ANY),
    r"^cms/tag-autocomplete/.*$": Line(Who.NOBODY, ANY),
    r"^cms/snippets/choose/forum/.*$": Line(Who.NOBODY, ANY),
    r"^cms/(?:.+/)?chosen/(?!\d+/$).*$": Line(Who.NOBODY, ANY),
    r"^cms/groups/delete/.*$": Line(Who.NOBODY, ANY),
    r"^cms/api/main/pages/\d+/action/.*$": Line(Who.NOBODY, ANY),
    "healthz": Line(Who.EVERYONE),
    "readyz": Line(Who.EVERYONE),
    "sitemap.xml": Line(Who.EVERYONE),
    "style-guide/": Line(Who.EVERYONE),  # elsewhere than on a demonstration: staff
    "help-now/": Line(Who.EVERYONE),
    "interventions/reading-evidence/": Line(Who.EVERYONE),
    "legislation/powers/": Line(Who.EVERYONE),
    "legislation/powers/side-by-side/": Line(Who.EVERYONE),
    "interventions/<str:slug>/fit/": Line(Who.SIGNED_IN_READERS, READ, "intervention"),
    "areas/": Line(Who.SIGNED_IN),
    "areas/<slug:slug>/": Line(Who.IN_AREA, READ, "area"),
    "areas/<slug:slug>/history/": Line(Who.IN_AREA, READ, "area"),
    "areas/<slug:slug>/<slug:condition>/": Line(Who.AREA_LEADS, READ_WRITE, "area's condition"),
    "search/": Line(Who.EVERYONE),
    "search/feed/": Line(Who.EVERYONE),
    "api/": Line(Who.EVERYONE),
    "api/v1/": Line(Who.EVERYONE),
    "api/v1/openapi.json": Line(Who.EVERYONE),
    "api/v1/items/": Line(Who.EVERYONE),
    "api/v1/items/<slug:kind>/<int:object_id>/": Line(Who.PROGRAMS, READ, "thing in search"),
    "api/v1/<everything:rest>/": Line(Who.NOBODY),
    "feeds/kinds/<slug:kind>/": Line(Who.READERS, READ, "kind that leaves"),
    "feeds/themes/<slug:theme>/": Line(Who.READERS, READ, "theme"),
    "feeds/themes/<slug:theme>/<slug:kind>/": Line(Who.READERS, READ, "theme and kind"),
    "feeds/spaces/<slug:slug>/": Line(Who.READERS, READ, "open space"),
    "feeds/threads/<int:thread_id>/": Line(Who.READERS, READ, "open thread"),
    "feeds/private/<str:token>/spaces/<slug:slug>/": Line(Who.HOLDER, READ, "space by key"),
    "feeds/private/<str:token>/threads/<int:thread_id>/": Line(Who.HOLDER, READ, "thread by key"),
    "search/saved/": Line(Who.SIGNED_IN),
    "search/saved/new/": Line(Who.SIGNED_IN, READ_WRITE),
    "search/saved/<int:saved_id>/alerts/": Line(Who.OWNER, WRITE, "saved search"),
    "search/saved/<int:saved_id>/delete/": Line(Who.OWNER, WRITE, "saved search"),
    "search/suggest/": Line(Who.EVERYONE),
    "search/before-asking/": Line(Who.EVERYONE),
    "search/similar/<slug:kind>/<int:object_id>/": Line(Who.READERS, READ, "thing in search"),
    "search/answers/<str:answer>/opened/<int:place>/": Line(Who.HOLDER, READ, "search answer"),
    "search/answers/<str:answer>/missed/": Line(Who.HOLDER, READ_WRITE, "search answer"),
    "account/": Line(Who.SIGNED_IN),
    "account/profile/": Line(Who.SIGNED_IN, READ_WRITE),
    "account/verification/": Line(Who.SIGNED_IN),
    "account/verification/ask/": Line(Who.SIGNED_IN, READ_WRITE),
    "account/verification/ask/withdraw/": Line(Who.SIGNED_IN, WRITE),
    "account/verification/ask/again/": Line(Who.SIGNED_IN, WRITE),
    "account/verification/confirm/": Line(Who.RENEWING, WRITE),
    "account/verification/confirm/<str:token>/": Line(Who.SIGNED_IN, READ_WRITE),
    "account/verification/requests/": Line(Who.LEADING),
    "account/verification/requests/<int:request_id>/": Line(
        Who.APPROVERS, READ_WRITE, "verification request"
    ),
    "account/data/": Line(Who.SIGNED_IN),
    "account/data/copy/": Line(Who.SIGNED_IN, WRITE),
    "account/data/copies/<slug:code>/": Line(Who.OWNER, READ, "copy"),
    "account/data/erase/": Line(Who.SIGNED_IN, READ_WRITE),
    "data-inventory/": Line(Who.EVERYONE),
    "account/sessions/<int:session_id>/end/": Line(Who.OWNER, WRITE, "session"),
    "account/notices/": Line(Who.SIGNED_IN),
    "account/notices/read/": Line(Who.SIGNED_IN, WRITE),
    "account/notices/<int:notice_id>/read/": Line(Who.OWNER, WRITE, "notice"),
    "account/notices/<int:notice_id>/open/": Line(Who.OWNER, READ, "notice"),
    "account/notices/choices/": Line(Who.SIGNED_IN, READ_WRITE),
    "account/notices/choices/each/": Line(Who.SIGNED_IN, READ_WRITE),
    "account/notices/following/": Line(Who.SIGNED_IN),
    "account/notices/following/<slug:kind>/<int:object_id>/": Line(
        Who.SIGNED_IN_READERS, WRITE, "thing in search"
    ),
    "account/notices/following/<slug:kind>/<int:object_id>/stop/": Line(
        Who.OWNER, WRITE, "subscription"
    ),
    "account/notices/muted/<slug:kind>/<int:object_id>/": Line(
        Who.SIGNED_IN_READERS, WRITE, "thing in search"
    ),
    "account/notices/muted/<slug:kind>/<int:object_id>/stop/": Line(Who.OWNER, WRITE, "mute"),
    "account/notices/feeds/": Line(Who.SIGNED_IN),
    "account/notices/feeds/key/": Line(Who.SIGNED_IN, WRITE),
    "account/notices/feeds/key/revoke/": Line(Who.SIGNED_IN, WRITE),
    "account/notices/unsubscribe/<str:token>/": Line(Who.HOLDER, READ_WRITE, "signed link"),
    "forum/": Line(Who.EVERYONE),
    "forum/rules/": Line(Who.EVERYONE),
    "forum/waiting/": Line(Who.SIGNED_IN),
    "forum/ask/": Line(Who.SIGNED_IN, READ_WRITE),
    "forum/start/<slug:kind>/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "kind of thread"),
    "forum/ask/themes/": Line(Who.SIGNED_IN, WRITE),
    "forum/people/": Line(Who.PRACTITIONERS),
    "forum/spaces/<slug:slug>/": Line(Who.READERS, READ, "space"),
    "forum/spaces/<slug:slug>/export/": Line(Who.SPACE_KEEPERS, WRITE, "space to take out"),
    "forum/spaces/<slug:slug>/import/": Line(Who.SPACE_KEEPERS, READ_WRITE, "space"),
    "forum/threads/<int:thread_id>/": Line(Who.READERS, READ, "thread"),
    "forum/threads/<int:thread_id>/<slug:slug>/": Line(Who.READERS, READ, "thread"),
    "forum/threads/<int:thread_id>/reply/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/choose/": Line(Who.SIGNED_IN_READERS, WRITE, "poll"),
    "forum/threads/<int:thread_id>/event.ics": Line(Who.READERS, READ, "event"),
    "forum/threads/<int:thread_id>/lock/": Line(Who.MODERATORS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/unlock/": Line(Who.MODERATORS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/pin/": Line(Who.MODERATORS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/unpin/": Line(Who.MODERATORS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/holds/": Line(Who.MODERATORS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/move/": Line(Who.MODERATORS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/split/": Line(Who.MODERATORS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/merge/": Line(Who.MODERATORS, READ_WRITE, "thread"),
    "forum/threads/<int:thread_id>/unaccept/": Line(Who.ASKER, WRITE, "thread"),
    "forum/threads/<int:thread_id>/practice/": Line(Who.WRITERS, READ_WRITE, "solved thread"),
    "forum/threads/<int:thread_id>/term/": Line(Who.WRITERS, READ_WRITE, "solved thread"),
    "forum/thanks/<int:thanks_id>/": Line(Who.OWNER, READ_WRITE, "thanks"),
    "forum/posts/<int:post_id>/": Line(Who.READERS, READ, "post"),
    "forum/posts/<int:post_id>/accept/": Line(Who.ASKER, WRITE, "answer"),
    "forum/posts/<int:post_id>/vote/": Line(Who.SIGNED_IN_READERS, WRITE, "post"),
    "forum/posts/<int:post_id>/unvote/": Line(Who.SIGNED_IN_READERS, WRITE, "post"),
    "forum/posts/<int:post_id>/edit/": Line(Who.OWNER, READ_WRITE, "post"),
    "forum/posts/<int:post_id>/history/": Line(Who.READERS, READ, "post"),
    "forum/posts/<int:post_id>/report/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "post"),
    "forum/posts/<int:post_id>/hide/": Line(Who.MODERATORS, READ_WRITE, "post"),
    "forum/posts/<int:post_id>/unhide/": Line(Who.MODERATORS, WRITE, "hidden post"),
    "forum/posts/<int:post_id>/author/": Line(Who.MODERATORS, READ_WRITE, "anonymous post"),
    "forum/attachments/<int:attachment_id>/": Line(Who.READERS, READ, "attachment"),
    "forum/anonymous/": Line(Who.MODERATORS),
    "forum/anonymous/<int:unmasking_id>/": Line(Who.MODERATORS, READ, "unmasking"),
    "forum/anonymous/<int:unmasking_id>/review/": Line(
        Who.MODERATORS, READ_WRITE, "unmasking to review"
    ),
    "forum/anonymous/<int:unmasking_id>/agree/": Line(Who.MODERATORS, WRITE, "unmasking"),
    "forum/anonymous/<int:unmasking_id>/refuse/": Line(Who.MODERATORS, WRITE, "unmasking"),
    "forum/anonymous/<int:unmasking_id>/author/": Line(Who.DECIDED, WRITE, "unmasking to see"),
    "forum/mine/": Line(Who.SIGNED_IN),
    "forum/posts/<int:post_id>/writer/": Line(Who.MODERATORS, READ_WRITE, "answer"),
    "forum/sanctions/": Line(Who.HUB_MODERATORS),
    "forum/sanctions/<int:sanction_id>/": Line(Who.OWNER, READ_WRITE, "sanction"),
    "forum/sanctions/<int:sanction_id>/lift/": Line(Who.HUB_MODERATORS, WRITE, "sanction in force"),
    "forum/decisions/<int:case_id>/": Line(Who.OWNER, READ_WRITE, "decision"),
    "forum/appeals/<int:appeal_id>/": Line(Who.MODERATORS, READ_WRITE, "appeal"),
    "forum/reports/": Line(Who.MODERATORS),
    "forum/reports/<int:case_id>/": Line(Who.MODERATORS, READ_WRITE, "case"),
    "forum/reports/<int:case_id>/claim/": Line(Who.MODERATORS, WRITE, "case"),
    "forum/reports/<int:case_id>/release/": Line(Who.MODERATORS, WRITE, "case"),
    "support/": Line(Who.SIGNED_IN),
    "support/ask/": Line(Who.SIGNED_IN, READ_WRITE),
    "support/<int:request_id>/": Line(Who.OWNER, READ_WRITE, "support request"),
    "support/<int:request_id>/close/": Line(Who.OWNER, WRITE, "support request"),
    "support/<int:request_id>/reopen/": Line(Who.OWNER, WRITE, "support request"),
    "support/<int:request_id>/helped/": Line(Who.OWNER, READ_WRITE, "support request"),
    "support/desk/": Line(Who.FRONT_LINE),
    "support/desk/<int:request_id>/": Line(Who.FRONT_LINE, READ_WRITE, "request at the desk"),
    "support/desk/<int:request_id>/take/": Line(Who.FRONT_LINE, WRITE, "request at the desk"),
    "support/desk/<int:request_id>/note/": Line(Who.FRONT_LINE, READ_WRITE, "request at the desk"),
    "support/desk/<int:request_id>/hand-over/": Line(
        Who.FRONT_LINE, READ_WRITE, "request at the desk"
    ),
    "support/desk/<int:request_id>/close/": Line(Who.FRONT_LINE, WRITE, "request at the desk"),
    "support/desk/<int:request_id>/publish/": Line(
        Who.FRONT_LINE, READ_WRITE, "request at the desk"
    ),
    "practice/share/": Line(Who.SHARERS),
    "practice/share/new/": Line(Who.SHARERS, WRITE),
    "practice/share/<int:example_id>/": Line(Who.OWNER, READ, "shared example"),
    "practice/share/<int:example_id>/<slug:question>/": Line(
        Who.OWNER, READ_WRITE, "question of an example"
    ),
    "practice/share/<int:example_id>/check/": Line(Who.OWNER, READ_WRITE, "shared example"),
    "practice/share/<int:example_id>/sent/": Line(Who.OWNER, READ, "example with reviewers"),
    "practice/share/<int:example_id>/delete/": Line(Who.OWNER, READ_WRITE, "shared example"),
    "practice/share/<int:example_id>/files/<int:file_id>/": Line(
        Who.OWNER, READ, "file of an example"
    ),
    "practice/share/<int:example_id>/files/<int:file_id>/remove/": Line(
        Who.OWNER, WRITE, "file of an example"
    ),
    "practice/share/review/": Line(Who.REVIEWERS),
    "practice/share/review/<int:example_id>/": Line(Who.REVIEWERS, READ_WRITE, "example to review"),
    "practice/share/review/<int:example_id>/files/<int:file_id>/": Line(
        Who.REVIEWERS, READ, "file to review"
    ),
    "pages/<int:page_id>/pdf/": Line(Who.READERS, READ, "page by number"),
    "pages/<int:page_id>/rests-on/": Line(Who.READERS, READ, "page by number"),
    "useful/<int:page_id>/": Line(Who.READERS, READ_WRITE, "page by number"),
    "groups/": Line(Who.SIGNED_IN),
    "groups/start/": Line(Who.LEADING, READ_WRITE),
    "groups/invitations/<slug:code>/": Line(Who.OWNER, READ_WRITE, "invitation"),
    "groups/<slug:slug>/": Line(Who.SIGNED_IN_READERS, READ, "group"),
    "groups/<slug:slug>/change/": Line(Who.GROUP_OWNERS, READ_WRITE, "group"),
    "groups/<slug:slug>/close/": Line(Who.ADMINISTRATORS, READ_WRITE, "group"),
    "groups/<slug:slug>/join/": Line(Who.SIGNED_IN_READERS, WRITE, "group"),
    "groups/<slug:slug>/ask/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "group to ask"),
    "groups/<slug:slug>/ask/withdraw/": Line(Who.SIGNED_IN_READERS, WRITE, "group"),
    "groups/<slug:slug>/confirm/": Line(Who.IN_GROUP, READ_WRITE, "group"),
    "groups/<slug:slug>/leave/": Line(Who.IN_GROUP, READ_WRITE, "group"),
    "groups/<slug:slug>/members/": Line(Who.GROUP_MEMBERS, READ, "group"),
    "groups/<slug:slug>/members/due/": Line(Who.GROUP_OWNERS, READ, "group"),
    "groups/<slug:slug>/members/<int:membership_id>/remove/": Line(
        Who.GROUP_OWNERS, READ_WRITE, "place in a group"
    ),
    "groups/<slug:slug>/members/<int:membership_id>/owner/": Line(
        Who.GROUP_OWNERS, WRITE, "place in a group"
    ),
    "groups/<slug:slug>/members/<int:membership_id>/step-down/": Line(
        Who.GROUP_OWNERS, WRITE, "place in a group"
    ),
    "groups/<slug:slug>/requests/": Line(Who.GROUP_OWNERS, READ, "group"),
    "groups/<slug:slug>/requests/<int:request_id>/approve/": Line(
        Who.GROUP_OWNERS, WRITE, "request to join"
    ),
    "groups/<slug:slug>/requests/<int:request_id>/refuse/": Line(
        Who.GROUP_OWNERS, READ_WRITE, "request to join"
    ),
    "groups/<slug:slug>/invitations/": Line(Who.GROUP_OWNERS, READ_WRITE, "group"),
    "groups/<slug:slug>/invitations/<int:invitation_id>/withdraw/": Line(
        Who.GROUP_OWNERS, WRITE, "invitation to a group"
    ),
    "people/": Line(Who.EVERYONE),  # names nobody; verified practitioners go on from there
    "people/leads/": Line(Who.PRACTITIONERS),
    "people/colleagues/": Line(Who.PRACTITIONERS),
    "people/<int:person_id>/": Line(Who.PRACTITIONERS, READ, "listing"),
    "people/<int:person_id>/write/": Line(Who.PRACTITIONERS, READ_WRITE, "recipient"),
    "people/listing/": Line(Who.SIGNED_IN, READ_WRITE),
    "people/listing/leave/": Line(Who.SIGNED_IN, WRITE),
    "people/messages/": Line(Who.SIGNED_IN),
    "people/messages/<int:conversation_id>/": Line(Who.OWNER, READ_WRITE, "conversation"),
    "people/messages/<int:conversation_id>/stop/": Line(Who.OWNER, WRITE, "conversation"),
    "people/messages/<int:conversation_id>/resume/": Line(Who.OWNER, WRITE, "conversation"),
    "learning/": Line(Who.SIGNED_IN),
    "learning/changes/": Line(Who.SIGNED_IN),
    "learning/changes/<int:item_id>/": Line(Who.OWNER, READ_WRITE, "question after a change"),
    "learning/refresh/": Line(Who.SIGNED_IN),
    "learning/refresh/start/": Line(Who.SIGNED_IN, WRITE),
    "learning/refresh/stop/": Line(Who.SIGNED_IN, WRITE),
    "learning/refresh/<int:question_id>/": Line(Who.OWNER, READ_WRITE, "weekly question"),
    "learning/courses/<int:course_id>/survey/": Line(Who.OWNER, READ_WRITE, "course started"),
    "learning/courses/<int:course_id>/survey/decline/": Line(Who.OWNER, WRITE, "course started"),
    "learning/lessons/<int:lesson_id>/remark/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "lesson"),
    "learning/record/": Line(Who.SIGNED_IN),
    "learning/record/add/<slug:activity>/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "activity"),
    "learning/record/files/<slug:form>/": Line(Who.SIGNED_IN_READERS, READ, "kind of file"),
    "learning/record/<int:entry_id>/": Line(Who.OWNER, READ_WRITE, "record entry"),
    "learning/record/<int:entry_id>/remove/": Line(Who.OWNER, READ_WRITE, "record entry"),
    "learning/workshops/": Line(Who.EVERYONE),
    "learning/workshops/<slug:code>/": Line(Who.READERS, READ, "workshop"),
    "learning/workshops/<slug:code>/book/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "workshop"),
    "learning/workshops/<slug:code>/give-up/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "workshop"),
    "learning/workshops/<slug:code>/calendar/": Line(Who.READERS, READ, "workshop"),
    "learning/teaching/": Line(Who.TEACHING),
    "learning/teaching/<slug:code>/": Line(Who.TRAINER, READ_WRITE, "attendance list"),
    "learning/teaching/<slug:code>/walk-in/": Line(Who.TRAINER, READ_WRITE, "attendance list"),
    "learning/teaching/courses/<int:course_id>/people/<int:person_id>/": Line(
        Who.TEACHING, READ_WRITE, "person to sign off"
    ),
    "learning/teaching/sign-offs/<int:sign_off_id>/take-back/": Line(
        Who.TEACHING, READ_WRITE, "sign-off"
    ),
    "learning/enrol/<int:course_id>/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "course"),
    "learning/lessons/<int:lesson_id>/done/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "lesson"),
    "learning/lessons/<int:lesson_id>/check/<int:question_id>/": Line(
        Who.SIGNED_IN_READERS, READ_WRITE, "lesson question"
    ),
    "learning/courses/<int:course_id>/quiz/": Line(Who.SIGNED_IN_READERS, READ_WRITE, "course"),
    "learning/courses/<int:course_id>/practice/<int:quiz_id>/": Line(
        Who.SIGNED_IN_READERS, READ_WRITE, "practice quiz"
    ),
    "learning/people/": Line(Who.LEADING_PEOPLE),
    "learning/people/file/": Line(Who.LEADING_PEOPLE),
    "learning/people/<int:person_id>/": Line(Who.LED, READ, "learner"),
    "learning/people/<int:person_id>/ask/": Line(Who.LED, READ_WRITE, "learner"),
    "learning/asked/<int:assignment_id>/end/": Line(Who.LED, READ_WRITE, "assignment"),
    "learning/cohorts/": Line(Who.LEADING_PEOPLE),
    "learning/cohorts/new/": Line(Who.LEADING_PEOPLE, READ_WRITE),
    "learning/cohorts/<int:cohort_id>/": Line(Who.LED, READ, "cohort"),
    "learning/cohorts/<int:cohort_id>/add/": Line(Who.LED, READ_WRITE, "cohort"),
    "learning/cohorts/<int:cohort_id>/ask/": Line(Who.LED, READ_WRITE, "cohort"),
    "learning/cohorts/<int:cohort_id>/change/": Line(Who.LED, READ_WRITE, "cohort"),
    "learning/cohorts/<int:cohort_id>/end/": Line(Who.LED, READ_WRITE, "cohort"),
    "learning/cohorts/<int:cohort_id>/share/": Line(Who.OWNER, WRITE, "own cohort"),
    "learning/cohorts/<int:cohort_id>/people/<int:person_id>/remove/": Line(
        Who.LED, WRITE, "cohort member"
    ),
    "learning/coverage/": Line(Who.LEADING_PEOPLE),
    "learning/coverage/file/": Line(Who.LEADING_PEOPLE),
    "learning/quizzes/<slug:code>/": Line(Who.OWNER, READ, "attempt"),
    "learning/quizzes/<slug:code>/check/": Line(Who.OWNER, READ, "attempt"),
    "learning/quizzes/<slug:code>/submit/": Line(Who.OWNER, WRITE, "attempt"),
    "learning/quizzes/<slug:code>/result/": Line(Who.OWNER, READ, "attempt"),
    "learning/quizzes/<slug:code>/<int:order>/": Line(Who.OWNER, READ_WRITE, "attempt"),
    "certificates/": Line(Who.EVERYONE, READ_WRITE),
    "certificates/<slug:code>/": Line(Who.EVERYONE, READ, "certificate"),
    "certificates/revoked.json": Line(Who.EVERYONE),
    ".well-known/jwks.json": Line(Who.EVERYONE),
    "certificates/<slug:code>/badge/": Line(Who.OWNER, READ, "own certificate"),
    "certificates/<slug:code>/pdf/": Line(Who.OWNER, READ, "own certificate"),
    r"^media/(?P<path>.+)$": Line(Who.READERS, ANY, "file"),
    "demo/mail/": Line(Who.EVERYONE),  # on a demonstration only
    # Wagtail's pages, each by its own rule.
    r"^((?:[\w\-]+/)*)$": Line(Who.READERS, ANY, "page"),
}


def prefix_of(address: str) -> str | None:
    """The longest prefix of others that the address stands below."""
    return max((p for p in PREFIXES if address.startswith(p)), key=len, default=None)


def line_for(address: str) -> Line | None:
    """The line of an address, or of the prefix that it stands below."""
    prefix = prefix_of(address)
    return POLICY.get(address) or (PREFIXES[prefix] if prefix is not None else None)
