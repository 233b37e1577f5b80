from django.urls import path

from hub.groups.views import asking, groups, inviting, leaving, lists, members, offers

app_name = "groups"

urlpatterns = [
    path("", lists.index, name="index"),
    path("start/", groups.start, name="start"),
    path("invitations/<slug:code>/", offers.offer, name="invitation"),
    path("<slug:slug>/", groups.group, name="group"),
    path("<slug:slug>/change/", groups.change, name="change"),
    path("<slug:slug>/close/", groups.close, name="close"),
    path("<slug:slug>/join/", asking.join, name="join"),
    path("<slug:slug>/ask/", asking.ask, name="ask"),
    path("<slug:slug>/ask/withdraw/", asking.withdraw, name="withdraw"),
    path("<slug:slug>/confirm/", leaving.confirm, name="confirm"),
    path("<slug:slug>/leave/", leaving.leave, name="leave"),
    path("<slug:slug>/members/", members.members, name="members"),
    path("<slug:slug>/members/due/", members.due, name="due"),
    path("<slug:slug>/members/<int:membership_id>/remove/", members.remove, name="remove"),
    path("<slug:slug>/members/<int:membership_id>/owner/", members.owner, name="owner"),
    path("<slug:slug>/members/<int:membership_id>/step-down/", members.member, name="step_down"),
    path("<slug:slug>/requests/", asking.requests, name="requests"),
    path("<slug:slug>/requests/<int:request_id>/approve/", asking.approve, name="approve"),
    path("<slug:slug>/requests/<int:request_id>/refuse/", asking.refuse, name="refuse"),
    path("<slug:slug>/invitations/", inviting.invitations, name="invitations"),
    path(
        "<slug:slug>/invitations/<int:invitation_id>/withdraw/",
        inviting.withdraw,
        name="withdraw_invitation",
    ),
]
