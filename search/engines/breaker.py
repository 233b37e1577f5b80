"""Stops asking what doesn't answer, and tries again after a while."""

import threading
import time

FIRST_PAUSE = 5.0
LONGEST_PAUSE = 30.0


class Breaker:
    """Closed while all is well. For the threads of one process; each finds out for itself.

    A failure opens it for 5 s, each further one for twice as long, up to 30 s. Then one try is let
    through, and its success closes it again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.close()

    def close(self) -> None:
        self.pause = 0.0
        self.closed_again_at = 0.0

    @property
    def is_open(self) -> bool:
        return time.monotonic() < self.closed_again_at

    def lets_through(self) -> bool:
        """Whether to ask now. While it is failing, only one of many callers is let through."""
        with self._lock:
            now = time.monotonic()
            if now < self.closed_again_at:
                return False
            if self.pause:
                self.closed_again_at = now + self.pause
            return True

    def succeeded(self) -> None:
        if self.pause:
            with self._lock:
                self.close()

    def failed(self) -> None:
        with self._lock:
            self.pause = min(self.pause * 2 or FIRST_PAUSE, LONGEST_PAUSE)
            self.closed_again_at = time.monotonic() + self.pause
