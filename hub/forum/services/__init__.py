from hub.forum.services.announcing import announce
from hub.forum.services.answers import accept_answer, unaccept_answer
from hub.forum.services.appeals import (
    decide_appeal,
    make_appeal,
    make_appeal_against_sanction,
)
from hub.forum.services.arranging import (
    NotMoved,
    is_wider,
    lock_thread,
    move_thread,
    pin_thread,
    say_it_holds,
    unlock_thread,
    unpin_thread,
)
from hub.forum.services.cases import CaseTaken, claim_case, open_case, release_case
from hub.forum.services.changing import AnswersFixed, PollOver, edit_event, edit_poll
from hub.forum.services.deciding import decide_case, decisions_for
from hub.forum.services.duty import remove_hours, remove_shift, save_hours, save_shift
from hub.forum.services.editing import EditConflict, edit_post
from hub.forum.services.following import follow_thread
from hub.forum.services.growing import answer_thanks, grow_page
from hub.forum.services.hiding import hide_post, unhide_post
from hub.forum.services.holding import approve_post, hold_post, refuse_post
from hub.forum.services.joining import merge_thread, split_thread
from hub.forum.services.reading import note_read, unread_counts
from hub.forum.services.reporting import report_post
from hub.forum.services.sanctions import impose, lift
from hub.forum.services.spaces import save_space, set_house_rules, set_moderators
from hub.forum.services.starting import (
    NoSuchAnswer,
    choose_in_poll,
    start_event,
    start_poll,
)
from hub.forum.services.unmasking import (
    NotDecided,
    agree_to_unmask,
    ask_to_unmask,
    refuse_to_unmask,
    review_unmasking,
    see_author,
    unmask_alone,
)
from hub.forum.services.voting import take_vote_back, vote
from hub.forum.services.writing import ThreadLocked, ask_question, reply_to_thread

__all__ = [
    "AnswersFixed",
    "CaseTaken",
    "EditConflict",
    "NoSuchAnswer",
    "NotDecided",
    "NotMoved",
    "PollOver",
    "ThreadLocked",
    "accept_answer",
    "agree_to_unmask",
    "announce",
    "answer_thanks",
    "approve_post",
    "ask_question",
    "ask_to_unmask",
    "choose_in_poll",
    "claim_case",
    "decide_appeal",
    "decide_case",
    "decisions_for",
    "edit_event",
    "edit_poll",
    "edit_post",
    "follow_thread",
    "grow_page",
    "hide_post",
    "hold_post",
    "impose",
    "is_wider",
    "lift",
    "lock_thread",
    "make_appeal",
    "make_appeal_against_sanction",
    "merge_thread",
    "move_thread",
    "note_read",
    "open_case",
    "pin_thread",
    "refuse_post",
    "refuse_to_unmask",
    "release_case",
    "remove_hours",
    "remove_shift",
    "reply_to_thread",
    "report_post",
    "review_unmasking",
    "save_hours",
    "save_shift",
    "save_space",
    "say_it_holds",
    "see_author",
    "set_house_rules",
    "set_moderators",
    "split_thread",
    "start_event",
    "start_poll",
    "take_vote_back",
    "unaccept_answer",
    "unhide_post",
    "unlock_thread",
    "unmask_alone",
    "unpin_thread",
    "unread_counts",
    "vote",
]
