"""A process that writes pairs of rows and uploads until a file tells it to stop."""

import sys
import time
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402 the settings must be set up first
from django.core.files.base import ContentFile  # noqa: E402
from django.db import transaction  # noqa: E402

from hub.notices.models import Notice  # noqa: E402
from hub.pages.models import HubDocument  # noqa: E402


def write(person_id: int, number: int) -> None:
    """Two rows that must never be apart, and a file whose row comes after it."""
    with transaction.atomic():
        for half in ("first", "second"):
            Notice.objects.create(person_id=person_id, text=f"{half} {number}", url="/")
    document = HubDocument(title=f"Upload {number}")
    document.file.save(f"upload-{number}.txt", ContentFile(b"text" * 1000))


def main(person_id: int, media: str, folder: Path) -> None:
    settings.MEDIA_ROOT = media
    number = 0
    while not (folder / "stop").exists():
        write(person_id, number)
        number += 1
        (folder / "counted").write_text(str(number))
        (folder / "counted").replace(folder / "written")
        time.sleep(0.001)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
