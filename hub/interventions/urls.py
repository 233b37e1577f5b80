from django.urls import path

from hub.interventions.views.help_now import help_now
from hub.interventions.views.reading_evidence import reading_evidence

urlpatterns = [
    path("help-now/", help_now, name="help_now"),
    path("interventions/reading-evidence/", reading_evidence, name="reading_evidence"),
]
