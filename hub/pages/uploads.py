"""Whether a file may stand beside a post, and the file as it is kept.

Pictures are drawn anew: what a camera wrote beside them, such as the place, doesn't come along.
Documents are kept as they are, and hold the name of whoever made them; so those without a name on
their post may attach none.
"""

import io
import zipfile
from pathlib import PurePosixPath
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from hub.core.personal_details.validators import validate_file_name
from hub.pages.file_contents import is_what_it_says
from hub.pages.file_headings import headings_of
from hub.pages.secret_markings import check_upload

MOST_FILES = 3
LARGEST = 5 * 1024**2  # bytes
MOST_PIXELS = 40_000_000
LONGEST_NAME = 60
PICTURES = {"jpeg": "JPEG", "jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
PLAIN = ("csv", "txt")
# The folder in which the content of an office file lies.
OFFICE = {"docx": "word/", "pptx": "ppt/", "xlsx": "xl/"}
KINDS = (*PICTURES, "pdf", *OFFICE, *PLAIN)
WITHOUT_A_MAKER = (*PICTURES, *PLAIN)


def sound_file(upload: UploadedFile) -> File:
    """The file to keep, by its cleaned name. Raises ValidationError, in words for the writer."""
    shown = normalize("NFKC", upload.name or "").replace("\\", "/").rpartition("/")[2][:100]
    extension = extension_of(shown)
    if extension not in KINDS:
        raise ValidationError(
            _("“%(name)s” can't be attached. Choose a picture, a PDF, an office or a text file.")
            % {"name": shown}
        )
    if not 0 < (upload.size or 0) <= LARGEST:
        words = {"name": shown, "most": LARGEST // 1024**2}
        raise ValidationError(_("“%(name)s” is empty or larger than %(most)d MB.") % words)
    validate_file_name(PurePosixPath(shown).stem)
    refuse_secret(upload, shown, extension)
    name = f"{slugify(PurePosixPath(shown).stem)[:LONGEST_NAME].strip('-') or 'file'}.{extension}"
    if extension in PICTURES:
        return ContentFile(drawn_anew(upload, shown, PICTURES[extension]), name=name)
    if not (is_what_it_says(upload, extension) and is_whole(upload, extension)):
        raise is_something_else(shown)
    return File(upload, name=name)


def extension_of(name: str) -> str:
    return PurePosixPath(name).suffix.lower().lstrip(".")


def refuse_secret(upload: UploadedFile, shown: str, extension: str) -> None:
    """Raises ValidationError as a document of the hub does, as one list of sentences."""
    try:
        check_upload(shown, headings_of(upload, extension))
    except ValidationError as error:
        raise ValidationError(error.messages) from error


def is_something_else(shown: str) -> ValidationError:
    return ValidationError(
        _("“%(name)s” isn't what its name says, or is damaged. Save it again as that kind.")
        % {"name": shown}
    )


def is_whole(upload: UploadedFile, extension: str) -> bool:
    """Whether an archive is the office file that it says, without programs in it."""
    if extension not in OFFICE:
        return True
    upload.seek(0)
    try:
        with zipfile.ZipFile(upload) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
    finally:
        upload.seek(0)
    has_programs = any(name.lower().endswith("vbaproject.bin") for name in names)
    return not has_programs and any(name.startswith(OFFICE[extension]) for name in names)


def drawn_anew(upload: UploadedFile, shown: str, wanted: str) -> bytes:
    """The picture alone, upright. Its size is looked at before it is unpacked."""
    target = io.BytesIO()
    upload.seek(0)
    try:
        with Image.open(upload, formats=[wanted]) as given:
            if given.width * given.height > MOST_PIXELS:
                raise ValidationError(_("“%(name)s” has too many pixels.") % {"name": shown})
            upright = ImageOps.exif_transpose(given)
            has_alpha = wanted != "JPEG" and upright.has_transparency_data
            picture = upright.convert("RGBA" if has_alpha else "RGB")
        picture.info = {}
        picture.getexif().clear()
        picture.save(target, format=wanted)
    # Pillow's readers raise whatever they like for what is broken.
    except (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError) as error:
        raise is_something_else(shown) from error
    except Image.DecompressionBombError as error:
        raise is_something_else(shown) from error
    return target.getvalue()
