from django.urls import path

from search.learning.views import missed, opened
from search.views import feed, results, saved, similar, suggest

app_name = "search"
urlpatterns = [
    path("", results.results, name="results"),
    path("feed/", feed.feed, name="feed"),
    path("saved/", saved.saved, name="saved"),
    path("saved/new/", saved.save, name="save"),
    path("saved/<int:saved_id>/alerts/", saved.alerts, name="alerts"),
    path("saved/<int:saved_id>/delete/", saved.delete, name="delete"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("similar/<slug:kind>/<int:object_id>/", similar.similar, name="similar"),
    path("before-asking/", similar.before_asking, name="before_asking"),
    path("answers/<str:answer>/opened/<int:place>/", opened, name="opened"),
    path("answers/<str:answer>/missed/", missed, name="missed"),
]
