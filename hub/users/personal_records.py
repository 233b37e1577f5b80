"""What is kept of a person themselves: account, profile, ways to sign in, and sessions."""

from collections.abc import Iterator
from datetime import datetime

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _
from wagtail.models import APIToken, ModelLogEntry

from hub.access.enums import Basis, Ending
from hub.access.personal_data import (
    Held,
    PersonalRecord,
    declare,
    delete_batch,
    personal_records,
)
from hub.users.enums import RequestState
from hub.users.models import (
    OrganisationDomain,
    Profile,
    User,
    Verification,
    VerificationRequest,
)
from hub.users.services import anonymise, end_all_sessions


def purge_sessions(before: datetime) -> int:
    """Sign-ins that ran out, then what was known of their browsers."""
    gone = delete_batch(Session.objects.filter(expire_date__lt=before))
    alive = Session.objects.values("session_key")
    stale = UserSession.objects.filter(created_at__lt=before).exclude(session_key__in=alive)
    return gone + delete_batch(stale)


def purge_requests(before: datetime) -> int:
    decided = VerificationRequest.objects.exclude(state=RequestState.WAITING)
    return delete_batch(decided.filter(decided_at__lt=before))


def entries_about(person: User) -> Iterator[ModelLogEntry]:
    """Log entries of the CMS whose label may be a name: those on the person's own rows."""
    for record in personal_records():
        for held in record.holds:
            ids = [str(pk) for pk in held.rows(person).values_list("pk", flat=True)]
            kind = ContentType.objects.get_for_model(held.model)
            yield from ModelLogEntry.objects.filter(content_type=kind, object_id__in=ids)


def forget_labels(person: User) -> None:
    ids = [entry.pk for entry in entries_about(person)]
    ModelLogEntry.objects.filter(pk__in=ids).update(label=str(_("Former member")))


declare(
    PersonalRecord(
        name="cms_log_about",
        label=_("Changes to your account and roles by administrators"),
        why=_("So that it can be explained who changed what."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(ModelLogEntry, ("user",), ("timestamp", "action", "content_type__model")),),
        ending=Ending.CHANGED,
        because=_("What was done stays answerable. Your name is taken off."),
        erase=forget_labels,
    )
)
declare(
    PersonalRecord(
        name="account",
        label=_("Account"),
        why=_("To sign you in and to write to you; the name stands beside what you post."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                User,
                ("pk",),
                ("email", "name", "is_active", "is_superuser", "date_joined", "last_login"),
            ),
        ),
        ending=Ending.CHANGED,
        because=_("A number stays, so that posts and records keep their sense. It names nobody."),
        erase=anonymise,
    )
)
declare(
    PersonalRecord(
        name="profile",
        label=_("Profile"),
        why=_("So that colleagues know what kind of colleague answers."),
        basis=Basis.CONSENT,
        holds=(
            Held(
                Profile,
                ("user",),
                ("job_title", "agency_type__name", "organisation__name", "area__name"),
            ),
        ),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="addresses",
        label=_("Email addresses"),
        why=_("To confirm that an address is yours, and to write to you."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(EmailAddress, ("user",), ("email", "verified", "primary")),
            Held(EmailConfirmation, ("email_address__user",), ("created", "sent")),
        ),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="authenticators",
        label=_("Ways to sign in"),
        why=_("The second step of signing in. Their secrets leave the hub in no copy."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Authenticator, ("user",), ("type", "created_at", "last_used_at")),
            Held(SocialAccount, ("user",), ("provider", "uid", "date_joined", "last_login")),
            Held(APIToken, ("user",), ("name", "created", "revoked_at", "last_used_at")),
        ),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="sessions",
        label=_("Where you are signed in"),
        why=_("So that you stay signed in, and notice a sign-in that wasn’t yours."),
        basis=Basis.LEGITIMATE_INTERESTS,
        holds=(
            Held(UserSession, ("user",), ("ip", "user_agent", "created_at", "last_seen_at")),
            Held(Session),
        ),
        ending=Ending.DELETED,
        erase=end_all_sessions,
        kept="sessions",
        purge=purge_sessions,
    )
)
declare(
    PersonalRecord(
        name="verifications",
        label=_("Verifications"),
        why=_("To know on what it rests that you count as a practitioner, and until when."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                Verification,
                ("membership__person",),
                ("how", "domain", "verified_at", "until", "ended"),
            ),
            Held(Verification, ("decided_by",), ("verified_at", "until")),
        ),
        ending=Ending.STAYS,
        because=_("It belongs to a role that you held, which must stay answerable."),
    )
)
declare(
    PersonalRecord(
        name="verification_requests",
        label=_("Requests to be verified"),
        why=_("So that an approver can check where you work, and you can read the answer."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                VerificationRequest,
                ("person",),
                (
                    "asked_at",
                    "area__name",
                    "organisation_name",
                    "job_title",
                    "how_to_check",
                    "state",
                    "decided_at",
                    "reason",
                ),
            ),
        ),
        ending=Ending.DELETED,
        kept="verification_requests",
        purge=purge_requests,
    )
)
declare(
    PersonalRecord(
        name="verification_decisions",
        label=_("Your decisions as an approver"),
        why=_("So that it can be explained who let whom in, and who answered for a domain."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(OrganisationDomain, ("approved_by",), ("domain", "approved_at")),
            Held(VerificationRequest, ("decided_by",), ("decided_at", "state", "reason")),
        ),
        ending=Ending.STAYS,
        because=_("Access that you gave to others rests on it. It stays under “former member”."),
    )
)
