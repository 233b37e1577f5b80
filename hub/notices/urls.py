from django.urls import path

from hub.notices.views import choices, following, notices, unsubscribing

app_name = "notices"

urlpatterns = [
    path("", notices.notice_list, name="list"),
    path("read/", notices.read_all, name="read_all"),
    path("<int:notice_id>/read/", notices.read_one, name="read"),
    path("<int:notice_id>/open/", notices.open_one, name="open"),
    path("choices/", choices.choose_how_much, name="choices"),
    path("choices/each/", choices.choose_each, name="choose_each"),
    path("following/", following.followed, name="following"),
    path("following/<int:subscription_id>/stop/", following.stop, name="stop"),
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe_by_link, name="unsubscribe"),
]
