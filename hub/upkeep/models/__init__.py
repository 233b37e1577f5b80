from hub.upkeep.models.change import Affected, Change
from hub.upkeep.models.review import Reminder, Review

__all__ = ["Affected", "Change", "Reminder", "Review"]
