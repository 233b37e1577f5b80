from django.urls import path

from hub.mydata.views import copies, erasing

app_name = "mydata"

urlpatterns = [
    path("", copies.data, name="data"),
    path("copy/", copies.ask, name="ask"),
    path("copies/<slug:code>/", copies.download, name="download"),
    path("erase/", erasing.erase, name="erase"),
]
