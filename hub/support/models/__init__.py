from hub.support.models.message import Message
from hub.support.models.note import Note
from hub.support.models.request import SupportRequest

__all__ = ["Message", "Note", "SupportRequest"]
