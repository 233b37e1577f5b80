from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hub.mydata.inventory import inventory


@require_safe
def data_inventory(request: HttpRequest) -> HttpResponse:
    """For everyone: what is kept is no secret, only the rows are. No query."""
    return render(request, "mydata/inventory.html", {"entries": inventory()})
