from hub.directory.services.listings import leave_directory, save_listing
from hub.directory.services.messages import (
    Unreachable,
    answer,
    is_reachable,
    resume_conversation,
    start_conversation,
    stop_conversation,
)

__all__ = [
    "Unreachable",
    "answer",
    "is_reachable",
    "leave_directory",
    "resume_conversation",
    "save_listing",
    "start_conversation",
    "stop_conversation",
]
