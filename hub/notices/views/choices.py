from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.notices.enums import Preset
from hub.notices.forms import ChoicesForm, PresetForm
from hub.notices.planning import choices_of
from hub.notices.presets import preset_of
from hub.notices.services import choose, choose_preset
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.views import me


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose_how_much(request: HttpRequest) -> HttpResponse:
    """The three presets, before the page of all choices."""
    choices = choices_of(me(request))
    form = PresetForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        choose_preset(person=me(request), preset=Preset(form.cleaned_data["preset"]))
        messages.success(request, _("Your choice is saved."))
        return redirect("notices:list")
    context = {"form": form, "is_own": preset_of(choices.rhythms) is None}
    return render(request, "notices/presets.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose_each(request: HttpRequest) -> HttpResponse:
    form = ChoicesForm(request.POST or None, choices=choices_of(me(request)))
    if request.method == "POST" and form.is_valid():
        choose(person=me(request), **form.chosen())
        forget_draft(request)
        messages.success(request, _("Your choices are saved."))
        return redirect("notices:list")
    context = {"form": with_draft(request, form), "writer": writer_mark(request)}
    return render(request, "notices/choices.html", context)
