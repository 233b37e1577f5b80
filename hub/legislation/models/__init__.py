from hub.legislation.models.act import ActPage, LegislationIndexPage
from hub.legislation.models.provision import ProvisionPage
from hub.legislation.models.version import ProvisionVersion

LegislationIndexPage.listed_model = ProvisionPage

__all__ = ["ActPage", "LegislationIndexPage", "ProvisionPage", "ProvisionVersion"]
