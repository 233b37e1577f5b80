from hub.sharing.models.example import SharedExample
from hub.sharing.models.file import SharedFile
from hub.sharing.models.review import PartComment, Review

__all__ = ["PartComment", "Review", "SharedExample", "SharedFile"]
