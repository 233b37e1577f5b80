from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from hub.pages.link_handler import LinkedPages


@hooks.register("register_rich_text_features", order=10)
def links_to_pages(features: FeatureRegistry) -> None:
    """After Wagtail's own, whose place it takes."""
    features.register_link_type(LinkedPages)
