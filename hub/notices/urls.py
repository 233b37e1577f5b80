from django.urls import path

from hub.notices.views import choices, feeds, following, notices, unsubscribing

app_name = "notices"

urlpatterns = [
    path("", notices.notice_list, name="list"),
    path("read/", notices.read_all, name="read_all"),
    path("<int:notice_id>/read/", notices.read_one, name="read"),
    path("<int:notice_id>/open/", notices.open_one, name="open"),
    path("choices/", choices.choose_how_much, name="choices"),
    path("choices/each/", choices.choose_each, name="choose_each"),
    path("following/", following.followed, name="following"),
    path("following/<slug:kind>/<int:object_id>/", following.follow, name="follow"),
    path("following/<slug:kind>/<int:object_id>/stop/", following.unfollow, name="unfollow"),
    path("muted/<slug:kind>/<int:object_id>/", following.mute, name="mute"),
    path("muted/<slug:kind>/<int:object_id>/stop/", following.unmute, name="unmute"),
    path("feeds/", feeds.feeds, name="feeds"),
    path("feeds/key/", feeds.renew, name="renew_feed_key"),
    path("feeds/key/revoke/", feeds.revoke, name="revoke_feed_key"),
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe_by_link, name="unsubscribe"),
]
