from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from hub.mydata.forms import EraseForm
from hub.mydata.inventory import endings
from hub.mydata.services import erase_account, may_not_be_erased
from hub.users.views import me


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(allow_get=True)
def erase(request: HttpRequest) -> HttpResponse:
    """What goes, what stays and why, then one box to type in. Afterwards nobody is signed in."""
    person = me(request)
    obstacles = may_not_be_erased(person)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and not obstacles and form.is_valid():
        erase_account(person=person, by=person)
        logout(request)
        return render(request, "mydata/erased.html")
    context = {"form": form, "obstacles": obstacles, "endings": endings()}
    return render(request, "mydata/erase.html", context)
