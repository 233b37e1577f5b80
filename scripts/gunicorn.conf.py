"""How gunicorn serves the demonstration hub."""

import gc
import socket
from typing import Any

from django.urls import get_resolver

workers = 3
timeout = 60
graceful_timeout = 10
control_socket_disable = True  # it would lie in the home folder, one for all copies of the hub
loglevel = "warning"
preload_app = True  # the application is imported once, not by each worker


def when_ready(server: Any) -> None:
    """Read the addresses once for all workers, and let the kernel hold silent connections.

    Browsers open connections in advance; a sync worker would wait on a silent one and serve nobody.
    """
    server.log.debug("%d groups of addresses", len(get_resolver().url_patterns))
    option = getattr(socket, "TCP_DEFER_ACCEPT", None)
    for listener in server.LISTENERS if option is not None else ():
        listener.sock.setsockopt(socket.IPPROTO_TCP, option, 5)


def pre_fork(server: Any, worker: Any) -> None:
    """What was imported stays; to look through it again and again costs a search a millisecond."""
    gc.freeze()
