from hub.upkeep.services.changes import open_change, take_up_changes
from hub.upkeep.services.confirming import confirm_page, settle
from hub.upkeep.services.deciding import decide, end_changes, forget
from hub.upkeep.services.merging import merge_pages
from hub.upkeep.services.withdrawing import bring_back, withdraw_page

__all__ = [
    "bring_back",
    "confirm_page",
    "decide",
    "end_changes",
    "forget",
    "merge_pages",
    "open_change",
    "settle",
    "take_up_changes",
    "withdraw_page",
]
