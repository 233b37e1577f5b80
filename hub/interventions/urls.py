from django.urls import path

from hub.interventions.views import areas
from hub.interventions.views.fit import fit
from hub.interventions.views.help_now import help_now
from hub.interventions.views.reading_evidence import reading_evidence

urlpatterns = [
    path("help-now/", help_now, name="help_now"),
    path("interventions/reading-evidence/", reading_evidence, name="reading_evidence"),
    # The last part of a page's address may hold letters that no plain slug has.
    path("interventions/<str:slug>/fit/", fit, name="intervention_fit"),
    path("areas/", areas.areas, name="areas"),
    path("areas/<slug:slug>/", areas.profile, name="area"),
    path("areas/<slug:slug>/history/", areas.history, name="area_history"),
    path("areas/<slug:slug>/<slug:condition>/", areas.state, name="area_state"),
]
