"""Sending people to sign in without losing their place."""

from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.urls import reverse


def sign_in_address(back_to: str) -> str:
    return f"{reverse('account_login')}?{urlencode({'next': back_to})}"


def to_sign_in(back_to: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(sign_in_address(back_to))
