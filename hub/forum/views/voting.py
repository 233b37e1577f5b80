from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hub.forum.access import access_post
from hub.forum.services import take_vote_back, vote
from hub.forum.views.threads import place_of
from hub.users.drafts import writer_required
from hub.users.limits import limited


@writer_required
@limited("vote")
@require_POST
def give(request: HttpRequest, post_id: int) -> HttpResponse:
    """Says that an answer helped, or that one has the question too."""
    post = access_post(post_id, request.reader)
    try:
        vote(post=post, person=request.user)
    except ValueError:
        messages.error(request, _("You wrote this yourself, so it can't count for you."))
    return redirect(place_of(post))


@writer_required
@limited("vote")
@require_POST
def take_back(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    take_vote_back(post=post, person=request.user)
    return redirect(place_of(post))
