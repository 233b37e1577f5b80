from django.urls import path

from hub.sharing.views import answering, files, own, reviewing, sending

app_name = "sharing"

urlpatterns = [
    path("", own.start, name="start"),
    path("new/", own.new, name="new"),
    path("review/", reviewing.board, name="board"),
    path("review/<int:example_id>/", reviewing.review, name="review"),
    path(
        "review/<int:example_id>/files/<int:file_id>/",
        reviewing.file_to_review,
        name="file_to_review",
    ),
    path("<int:example_id>/", own.example, name="example"),
    path("<int:example_id>/delete/", own.delete, name="delete"),
    path("<int:example_id>/check/", sending.check, name="check"),
    path("<int:example_id>/sent/", sending.sent, name="sent"),
    path("<int:example_id>/files/<int:file_id>/", files.own_file, name="file"),
    path("<int:example_id>/files/<int:file_id>/remove/", files.remove, name="remove"),
    path("<int:example_id>/<slug:question>/", answering.question_page, name="question"),
]
