"""Which kinds leave the hub, by the read API and by feeds."""

from hub.access.registry import Kind, kinds
from hub.core.missing import found


def outgoing_kinds() -> dict[str, Kind]:
    """By name, in the order in which people meet them."""
    return {kind.name: kind for kind in kinds() if kind.leaves_hub}


def outgoing_kind(name: str) -> Kind:
    """Raises Http404 for a kind that isn't there or stays in the hub."""
    return found(outgoing_kinds().get(name))
