from django.http import HttpResponse


def attached(content: str | bytes, kind: str, name: str) -> HttpResponse:
    """A file to keep, by its media type and name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
