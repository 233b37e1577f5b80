from django.urls import path

from hub.support.views import asking, board, own, publishing, work

app_name = "support"

urlpatterns = [
    path("", own.index, name="index"),
    path("ask/", asking.ask, name="ask"),
    path("<int:request_id>/", own.request_page, name="request"),
    path("<int:request_id>/close/", own.close_own, name="close"),
    path("<int:request_id>/reopen/", own.reopen_own, name="reopen"),
    path("<int:request_id>/helped/", own.helped, name="helped"),
    path("desk/", board.board, name="board"),
    path("desk/<int:request_id>/", work.work, name="work"),
    path("desk/<int:request_id>/take/", work.take, name="take"),
    path("desk/<int:request_id>/note/", work.note, name="note"),
    path("desk/<int:request_id>/hand-over/", work.hand_over, name="hand_over"),
    path("desk/<int:request_id>/close/", work.close_theirs, name="desk_close"),
    path("desk/<int:request_id>/publish/", publishing.publish_part, name="publish"),
]
