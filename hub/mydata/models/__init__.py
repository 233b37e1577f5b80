from hub.mydata.models.copy import DataCopy
from hub.mydata.models.erasure import Erasure
from hub.mydata.models.purge import PurgedDay

__all__ = ["DataCopy", "Erasure", "PurgedDay"]
