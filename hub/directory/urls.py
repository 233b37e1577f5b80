from django.urls import path

from hub.directory.views import leads, listing, messages, people

app_name = "people"

urlpatterns = [
    path("", leads.entrance, name="entrance"),
    path("leads/", leads.leads, name="leads"),
    path("colleagues/", people.colleagues, name="colleagues"),
    path("listing/", listing.own_listing, name="listing"),
    path("listing/leave/", listing.leave, name="leave"),
    path("messages/", messages.conversations, name="messages"),
    path("messages/<int:conversation_id>/", messages.conversation, name="conversation"),
    path("messages/<int:conversation_id>/stop/", messages.stop, name="stop"),
    path("messages/<int:conversation_id>/resume/", messages.resume, name="resume"),
    path("<int:person_id>/", people.person, name="person"),
    path("<int:person_id>/write/", messages.write, name="write"),
]
