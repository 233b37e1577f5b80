from hub.legislation.models.act import ActPage, LegislationIndexPage
from hub.legislation.models.official import (
    Instrument,
    OfficialEffect,
    OfficialProvision,
    OfficialVersion,
)
from hub.legislation.models.provision import ProvisionPage
from hub.legislation.models.publication import Fetched, Publication
from hub.legislation.models.version import ProvisionVersion

LegislationIndexPage.listed_model = ProvisionPage

__all__ = [
    "ActPage",
    "Fetched",
    "Instrument",
    "LegislationIndexPage",
    "OfficialEffect",
    "OfficialProvision",
    "OfficialVersion",
    "ProvisionPage",
    "ProvisionVersion",
    "Publication",
]
