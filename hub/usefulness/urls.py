from django.urls import path

from hub.usefulness.views import useful

app_name = "usefulness"
urlpatterns = [path("<int:page_id>/", useful, name="useful")]
