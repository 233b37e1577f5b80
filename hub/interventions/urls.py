from django.urls import URLPattern, path

from hub.interventions.views import help_now

app_name = "interventions"

urlpatterns: list[URLPattern] = [path("", help_now.help_now, name="help_now")]
