from hub.directory.models.conversation import Conversation, Message
from hub.directory.models.listing import Listing

__all__ = ["Conversation", "Listing", "Message"]
