from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from hub.notices.enums import Category
from hub.notices.series import series_named
from hub.notices.services import stop_mail
from hub.notices.unsubscribing import Stop, read_token


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The one POST without a form token: mail programs send it, and the signature is its proof."""
    stop = read_token(token)
    if stop is None:
        raise Http404
    if request.method == "POST":
        stop_mail(stop=stop)
    context = {"done": request.method == "POST", "words": words_for(stop)}
    return render(request, "notices/unsubscribe.html", context)


def words_for(stop: Stop) -> dict[str, str]:
    """What the page says before and after. It names no thing: the link may be anybody's by then."""
    series = series_named(stop.kind)
    if series:
        words = {"effect": str(series.effect), "undo": str(series.undo)}
        return {"question": _("Stop these emails?"), **words}
    if stop.kind:
        return {
            "question": _("Stop emails about this?"),
            "effect": _(
                "You'll follow what brought you the email no longer. Your other notices stay as"
                " they are."
            ),
            "undo": _("Changed your mind? Open the page and press Follow."),
        }
    if stop.category:
        return {
            "question": _("Stop emails of this kind?"),
            "effect": _("“%(kind)s” will stand in the hub only. Other emails still come.")
            % {"kind": Category(stop.category).label},
            "undo": _("Changed your mind? You can have them again."),
        }
    return {
        "question": _("Stop round-ups?"),
        "effect": _(
            "What came in your round-ups will stand in the hub only. What you get at once still"
            " comes, up to twelve emails a day."
        ),
        "undo": _("Changed your mind? You can have them again."),
    }
