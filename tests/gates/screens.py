"""What a screen is: an address, the person in front of it, and what that person sends."""

from dataclasses import dataclass

STRANGER = ""


@dataclass(frozen=True)
class Screen:
    """`who` is the key of a demonstration person, or STRANGER.

    `form` is what the first form of the page is sent with, beside what it holds already; None where
    nothing is sent; what it gives for `file` goes as a file. `template` is drawn as it is, for
    screens that no address shows in a test.
    """

    address: str
    who: str = STRANGER
    form: tuple[tuple[str, str], ...] | None = None
    template: str = ""
    status: int = 200

    def __str__(self) -> str:
        person = self.who or "a stranger"
        if self.template:
            return self.template
        return f"{self.address} for {person}{'' if self.form is None else ', form sent'}"


def sent(address: str, who: str = STRANGER, **form: str) -> Screen:
    """What answers the first form of this address, filled in like this."""
    return Screen(address, who, tuple(form.items()))


def drawn(template: str) -> Screen:
    return Screen("/", template=template)
