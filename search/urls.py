from django.urls import path

from search.views import feed, results, similar, suggest

app_name = "search"
urlpatterns = [
    path("", results.results, name="results"),
    path("feed/", feed.feed, name="feed"),
    path("suggest/", suggest.suggest, name="suggest"),
    path("similar/<slug:kind>/<int:object_id>/", similar.similar, name="similar"),
    path("before-asking/", similar.before_asking, name="before_asking"),
]
