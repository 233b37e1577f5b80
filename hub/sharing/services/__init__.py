from hub.sharing.services.answering import save_answer, start_example
from hub.sharing.services.attaching import attach_file, take_off
from hub.sharing.services.discarding import discard_draft
from hub.sharing.services.publishing import tell_of_publishing
from hub.sharing.services.reminding import warn_of_old_drafts
from hub.sharing.services.reviewing import review_example
from hub.sharing.services.submitting import submit_example

__all__ = [
    "attach_file",
    "discard_draft",
    "review_example",
    "save_answer",
    "start_example",
    "submit_example",
    "take_off",
    "tell_of_publishing",
    "warn_of_old_drafts",
]
