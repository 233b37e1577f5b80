"""What a service says no to, in words for the person who asked for it."""

from django.utils.functional import Promise


class Refused(Exception):
    """Raised by services; the text names nothing that its reader may not know."""

    def __init__(self, text: str | Promise) -> None:
        super().__init__(text)
        self.text = text
