from django.urls import path

from hub.interventions.views.help_now import help_now

urlpatterns = [path("", help_now, name="help_now")]
