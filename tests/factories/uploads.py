"""Files as browsers send them."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

SECRET_PLACE = "Harrow Lane car park"
WORD_PARTS = ("[Content_Types].xml", "word/document.xml")


def sent_file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def photograph(name: str = "door.jpg", **more: object) -> SimpleUploadedFile:
    """As a phone takes it: lying on its side, with the place, a comment and its owner's name."""
    picture = Image.new("RGB", (40, 20), "teal")
    exif = picture.getexif()
    exif[Base.Orientation] = 6
    exif[Base.Artist] = SECRET_PLACE
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSAreaInformation] = SECRET_PLACE.encode()
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif, comment=SECRET_PLACE.encode(), **more)
    return sent_file(name, target.getvalue())


def drawing(name: str = "plan.png") -> SimpleUploadedFile:
    """With a line of text beside the picture."""
    notes = PngInfo()
    notes.add_text("Author", SECRET_PLACE)
    target = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(target, "PNG", pnginfo=notes)
    return sent_file(name, target.getvalue())


def office_file(name: str = "plan.docx", parts: tuple[str, ...] = WORD_PARTS) -> SimpleUploadedFile:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part in parts:
            archive.writestr(part, "<w/>")
    return sent_file(name, target.getvalue())
