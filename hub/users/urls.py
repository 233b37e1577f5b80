from django.urls import path

from hub.users import views

app_name = "users"

urlpatterns = [
    path("", views.account, name="account"),
    path("profile/", views.edit_profile, name="edit_profile"),
]
