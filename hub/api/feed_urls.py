from django.urls import path

from hub.api.feed_views import feed

app_name = "content_feeds"

urlpatterns = [
    path("kinds/<slug:kind>/", feed, name="kind"),
    path("themes/<slug:theme>/", feed, name="theme"),
    path("themes/<slug:theme>/<slug:kind>/", feed, name="theme_kind"),
]
