from hub.forum.services.answers import accept_answer, unaccept_answer
from hub.forum.services.editing import EditConflict, edit_post
from hub.forum.services.following import follow_thread, unfollow_thread
from hub.forum.services.hiding import hide_post, unhide_post
from hub.forum.services.reporting import handle_report, report_post
from hub.forum.services.spaces import save_space, set_house_rules
from hub.forum.services.writing import ask_question, reply_to_thread

__all__ = [
    "EditConflict",
    "accept_answer",
    "ask_question",
    "edit_post",
    "follow_thread",
    "handle_report",
    "hide_post",
    "reply_to_thread",
    "report_post",
    "save_space",
    "set_house_rules",
    "unaccept_answer",
    "unfollow_thread",
    "unhide_post",
]
