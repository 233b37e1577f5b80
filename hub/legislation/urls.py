from django.urls import path

from hub.legislation.powers.views import powers, side_by_side

urlpatterns = [
    path("powers/", powers, name="powers"),
    path("powers/side-by-side/", side_by_side, name="powers_side_by_side"),
]
