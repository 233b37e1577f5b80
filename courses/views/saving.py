"""An answer that a page sends by itself while it is given."""

from django.http import HttpRequest, JsonResponse

from courses.errors import ForeignAnswer, QuizRefused
from courses.models import Attempt
from courses.services.typed import has_stamp, is_finished, keep_typed
from hub.users.drafts import forget_draft, typed_in


def keep_answer(request: HttpRequest, attempt: Attempt, order: int) -> JsonResponse:
    """Says in JSON what became of it; a refusal in the words that a page would show."""
    seen, stamp = request.POST.get("seen", ""), request.POST.get("stamp", "")
    try:
        if not has_stamp(stamp):
            raise ForeignAnswer
        item = keep_typed(
            attempt=attempt, order=order, typed=typed_in(request), seen=seen, stamp=stamp
        )
    except QuizRefused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=409)
    forget_draft(request)
    return JsonResponse({"stamp": item.stamp, "finished": is_finished(item)})
