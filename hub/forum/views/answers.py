from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hub.core.missing import require
from hub.forum.access import access_post, access_thread
from hub.forum.authorship import may_choose_answer
from hub.forum.services import accept_answer, unaccept_answer
from hub.users.drafts import writer_required


@writer_required
@require_POST
def accept(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    require(may_choose_answer(request.reader, post.thread))
    try:
        thread = accept_answer(post=post, by=request.user)
    except ValueError as error:
        raise Http404 from error
    messages.success(request, _("Marked as the accepted answer. It's shown under the question."))
    return redirect(thread)


@writer_required
@require_POST
def unaccept(request: HttpRequest, thread_id: int) -> HttpResponse:
    thread = access_thread(thread_id, request.reader)
    require(may_choose_answer(request.reader, thread))
    unaccept_answer(thread=thread)
    messages.success(request, _("The question counts as unsolved again."))
    return redirect(thread)
