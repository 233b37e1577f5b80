"""How gunicorn serves the demonstration hub."""

import socket
from typing import Any

workers = 3
timeout = 60
loglevel = "warning"


def when_ready(server: Any) -> None:
    """Let the kernel hold a connection until it speaks.

    Browsers open connections in advance; a sync worker would wait on a silent one and serve nobody.
    """
    option = getattr(socket, "TCP_DEFER_ACCEPT", None)
    for listener in server.LISTENERS if option is not None else ():
        listener.sock.setsockopt(socket.IPPROTO_TCP, option, 5)
