from django.urls import path

from hub.demo import views

app_name = "demo"

urlpatterns = [path("mail/", views.mailbox, name="mailbox")]
