from django.urls import path

from hub.forum.views import (
    answers,
    asking,
    editing,
    hiding,
    lists,
    replying,
    reports,
    threads,
    unmasking,
    voting,
    waiting,
)

app_name = "forum"

urlpatterns = [
    path("", lists.index, name="index"),
    path("rules/", lists.rules, name="rules"),
    path("waiting/", waiting.waiting, name="waiting"),
    path("ask/", asking.ask, name="ask"),
    path("spaces/<slug:slug>/", lists.space, name="space"),
    path("threads/<int:thread_id>/", threads.thread, name="thread_by_id"),
    path("threads/<int:thread_id>/reply/", replying.reply, name="reply"),
    path("threads/<int:thread_id>/unaccept/", answers.unaccept, name="unaccept"),
    path("threads/<int:thread_id>/<slug:slug>/", threads.thread, name="thread"),
    path("posts/<int:post_id>/", threads.post, name="post"),
    path("posts/<int:post_id>/accept/", answers.accept, name="accept"),
    path("posts/<int:post_id>/vote/", voting.give, name="vote"),
    path("posts/<int:post_id>/unvote/", voting.take_back, name="unvote"),
    path("posts/<int:post_id>/edit/", editing.edit, name="edit"),
    path("posts/<int:post_id>/history/", editing.history, name="history"),
    path("posts/<int:post_id>/report/", reports.report, name="report"),
    path("posts/<int:post_id>/hide/", hiding.hide, name="hide"),
    path("posts/<int:post_id>/unhide/", hiding.unhide, name="unhide"),
    path("posts/<int:post_id>/author/", unmasking.unmask, name="unmask"),
    path("anonymous/", unmasking.unmaskings, name="unmaskings"),
    path("anonymous/<int:unmasking_id>/", unmasking.unmasking, name="unmasking"),
    path("anonymous/<int:unmasking_id>/review/", unmasking.review, name="review_unmasking"),
    path("anonymous/<int:unmasking_id>/agree/", unmasking.agree, name="agree_to_unmask"),
    path("anonymous/<int:unmasking_id>/refuse/", unmasking.refuse, name="refuse_to_unmask"),
    path("anonymous/<int:unmasking_id>/author/", unmasking.author, name="see_author"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<int:report_id>/handle/", reports.handle, name="handle"),
]
