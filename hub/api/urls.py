from django.urls import path

from hub.api.operations import api
from hub.api.views import about

urlpatterns = [
    path("", about, name="about_api"),
    # Without Ninja's own page at the root: the operation there answers.
    path("v1/", (api.urls[0][:-1], "ninja", "read_api")),
]
