from hub.directory.services.listings import leave_directory, save_listing
from hub.directory.services.messages import Unreachable, answer, start_conversation

__all__ = ["Unreachable", "answer", "leave_directory", "save_listing", "start_conversation"]
