from django.urls import path

from hub.forum.views import answers, asking, editing, hiding, lists, replying, reports, threads

app_name = "forum"

urlpatterns = [
    path("", lists.index, name="index"),
    path("rules/", lists.rules, name="rules"),
    path("ask/", asking.ask, name="ask"),
    path("spaces/<slug:slug>/", lists.space, name="space"),
    path("threads/<int:thread_id>/", threads.thread, name="thread_by_id"),
    path("threads/<int:thread_id>/reply/", replying.reply, name="reply"),
    path("threads/<int:thread_id>/follow/", threads.follow, name="follow"),
    path("threads/<int:thread_id>/unfollow/", threads.unfollow, name="unfollow"),
    path("threads/<int:thread_id>/unaccept/", answers.unaccept, name="unaccept"),
    path("threads/<int:thread_id>/<slug:slug>/", threads.thread, name="thread"),
    path("posts/<int:post_id>/", threads.post, name="post"),
    path("posts/<int:post_id>/accept/", answers.accept, name="accept"),
    path("posts/<int:post_id>/edit/", editing.edit, name="edit"),
    path("posts/<int:post_id>/history/", editing.history, name="history"),
    path("posts/<int:post_id>/report/", reports.report, name="report"),
    path("posts/<int:post_id>/hide/", hiding.hide, name="hide"),
    path("posts/<int:post_id>/unhide/", hiding.unhide, name="unhide"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<int:report_id>/handle/", reports.handle, name="handle"),
]
