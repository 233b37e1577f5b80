"""Pictures of the hub's own screens, which come with it as static files for its guides."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Screen:
    """Sizes in pixels, as readers see it at most; a picture of a phone is stored twice as large."""

    label: str | Promise
    width: int = 1200
    height: int = 760

    @property
    def is_phone(self) -> bool:
        return self.width < self.height


def phone(label: str | Promise) -> Screen:
    return Screen(label, 390, 720)


SCREENS = {
    "editor": Screen(_("Editor of a page")),
    "board": Screen(_("What waits on whom")),
    "decision": Screen(_("Decision about a page")),
    "share-list": phone(_("Sharing practice: the list of questions")),
    "share-question": phone(_("Sharing practice: one question")),
    "share-changes": phone(_("Sharing practice: changes asked for")),
}


def screen_choices() -> list[tuple[str, str | Promise]]:
    return [(name, screen.label) for name, screen in SCREENS.items()]
