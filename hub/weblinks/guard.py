"""Which addresses the hub itself may ask: public ones, on the usual ports, and nothing near it."""

import ipaddress
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
# Addresses of the next generation that carry an old one, where its network may be behind.
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotAllowedError(ValueError):
    """The hub doesn't ask there, whatever stands there."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect to: the address that was looked at, never looked up again."""

    scheme: str
    host: str
    port: int
    address: str
    path: str


def target_of(url: str) -> Target:
    """Looks the host up. Raises NotAllowedError; OSError where there is no such host."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise NotAllowedError("not an address") from error
    if parts.scheme not in PORTS or not host or "@" in parts.netloc:
        raise NotAllowedError("not an address of a website")
    if port not in PORTS.values():
        raise NotAllowedError("not a usual port")
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(ipaddress.ip_address(address)) for address in found):
        raise NotAllowedError("not a public address")
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    return Target(parts.scheme, host, port, str(found[0]), path)


def is_public(address: Address) -> bool:
    """Also of the older address that a newer one carries."""
    return all(one.is_global and not one.is_multicast for one in (address, *carried(address)))


def carried(address: Address) -> Iterator[ipaddress.IPv4Address]:
    if not isinstance(address, ipaddress.IPv6Address):
        return
    for inner in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())):
        if inner is not None:
            yield inner
    if address in TRANSLATED:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
