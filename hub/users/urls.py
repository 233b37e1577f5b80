from django.urls import include, path

from hub.users import views

app_name = "users"

urlpatterns = [
    path("", views.account, name="account"),
    path("sessions/<int:session_id>/end/", views.end_session, name="end_session"),
    path("profile/", views.edit_profile, name="edit_profile"),
    path("verification/", include("hub.users.verification.urls")),
]
