from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hub.access.models import Membership
from hub.users.forms import ProfileForm
from hub.users.models import Profile
from hub.users.services import update_profile


@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """A person's own page. Two queries: the profile and the memberships."""
    context = {
        "profile": Profile.objects.with_names().get(user=request.user),
        "memberships": Membership.objects.current()
        .filter(person=request.user)
        .select_related("area", "organisation"),
    }
    return render(request, "users/account.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_profile(request: HttpRequest) -> HttpResponse:
    profile = Profile.objects.with_names().get(user=request.user)
    initial = {
        "name": request.user.name,
        "job_title": profile.job_title,
        "agency_type": profile.agency_type_id,
        "organisation": profile.organisation_id,
        "area": profile.area_id,
    }
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        update_profile(person=request.user, **form.cleaned_data)
        messages.success(request, _("Your profile is saved."))
        return redirect("users:account")
    return render(request, "users/profile_form.html", {"form": form})
