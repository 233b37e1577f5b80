"""Sending people to sign in without losing their place or what they chose."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse


def sign_in_address(back_to: str) -> str:
    return f"{reverse('account_login')}?{urlencode({'next': back_to})}"


def to_sign_in(back_to: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(sign_in_address(back_to))


def with_answer(request: HttpRequest) -> str:
    """This question's address, carrying the answer in hand: the form shows it again."""
    chosen = request.POST.getlist("answer")
    return f"{request.path}?{urlencode({'answer': chosen}, doseq=True)}" if chosen else request.path
