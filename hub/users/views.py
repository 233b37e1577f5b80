from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.models import Membership
from hub.access.practice import may_review_practice, may_share_practice
from hub.core.missing import found
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.forms import ProfileForm
from hub.users.models import Profile, User
from hub.users.services import update_profile
from hub.users.verification.approvers import is_approver
from hub.users.verification.standing import as_practitioner


def me(request: HttpRequest) -> User:
    """The signed-in person, for views that only they reach."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """A person's own page. Two queries: the profile and the memberships."""
    rows = Membership.objects.current().filter(person=me(request), group=None)
    memberships = list(rows.select_related("area", "organisation"))
    context = {
        "profile": Profile.objects.with_names().get(user=me(request)),
        "memberships": memberships,
        "practitioner": as_practitioner(memberships),
        "is_approver": is_approver(request.reader),
        "may_share": may_share_practice(request.reader),
        "may_review": may_review_practice(request.reader),
    }
    return render(request, "users/account.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_profile(request: HttpRequest) -> HttpResponse:
    profile = Profile.objects.with_names().get(user=me(request))
    initial = {
        "name": me(request).name,
        "job_title": profile.job_title,
        "agency_type": profile.agency_type_id,
        "organisation": profile.organisation_id,
        "area": profile.area_id,
    }
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        update_profile(person=me(request), **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Your profile is saved."))
        return redirect("users:account")
    context = {"form": with_draft(request, form), "writer": writer_mark(request)}
    return render(request, "users/profile_form.html", context)


@login_required
@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Signs the person out on one device; on this one, they leave."""
    session = found(UserSession.objects.filter(user=me(request), pk=session_id).first())
    was_here = session.is_current()
    end_sessions(request, [session])
    if was_here:
        return redirect("account_login")
    messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")
