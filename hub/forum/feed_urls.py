from django.urls import path

from hub.forum.views import feeds

app_name = "feeds"

urlpatterns = [
    path("spaces/<slug:slug>/", feeds.space_feed, name="space"),
    path("threads/<int:thread_id>/", feeds.thread_feed, name="thread"),
    path("private/<str:token>/spaces/<slug:slug>/", feeds.space_feed, name="private_space"),
    path("private/<str:token>/threads/<int:thread_id>/", feeds.thread_feed, name="private_thread"),
]
