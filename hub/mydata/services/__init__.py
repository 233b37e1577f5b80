from hub.mydata.services.copying import ask_for_copy, drop_copies
from hub.mydata.services.erasing import erase_account, may_not_be_erased
from hub.mydata.services.purging import purge_due, purge_everything

__all__ = [
    "ask_for_copy",
    "drop_copies",
    "erase_account",
    "may_not_be_erased",
    "purge_due",
    "purge_everything",
]
