"""Addresses below /account/verification/, in the name space of `hub.users.urls`."""

from django.urls import path

from hub.users.verification.views import deciding, own

urlpatterns = [
    path("", own.verification, name="verification"),
    path("ask/", own.ask, name="ask_verification"),
    path("ask/withdraw/", own.withdraw, name="withdraw_verification"),
    path("ask/again/", own.ask_the_same, name="ask_again"),
    path("confirm/", own.send_again, name="send_again"),
    path("confirm/<str:token>/", own.confirm_again, name="confirm_again"),
    path("requests/", deciding.requests, name="verification_requests"),
    path("requests/<int:request_id>/", deciding.decide, name="decide_verification"),
]
