from hub.support.services.answering import answer, ask_desk, reply
from hub.support.services.assigning import add_note, assign
from hub.support.services.closing import close, reopen, say_whether_it_helped
from hub.support.services.publishing import publish

__all__ = [
    "add_note",
    "answer",
    "ask_desk",
    "assign",
    "close",
    "publish",
    "reopen",
    "reply",
    "say_whether_it_helped",
]
