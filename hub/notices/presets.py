"""What the three ready-made choices hold. Normal is what everybody has who chose nothing."""

from collections.abc import Mapping

from hub.notices.enums import Category, Preset, Rhythm

Rhythms = Mapping[Category, Rhythm]

CHOSEN = (Category.REPLY, Category.TASK, Category.FOLLOWED, Category.NEWS, Category.SURVEY)

PRESETS: dict[Preset, Rhythms] = {
    Preset.QUIET: {
        Category.REPLY: Rhythm.WEEKLY,
        Category.TASK: Rhythm.DAILY,
        Category.FOLLOWED: Rhythm.HUB,
        Category.NEWS: Rhythm.HUB,
        Category.SURVEY: Rhythm.HUB,
    },
    Preset.NORMAL: {
        Category.REPLY: Rhythm.AT_ONCE,
        Category.TASK: Rhythm.AT_ONCE,
        Category.FOLLOWED: Rhythm.WEEKLY,
        Category.NEWS: Rhythm.WEEKLY,
        Category.SURVEY: Rhythm.AT_ONCE,  # rare, and its own mail has its own stop
    },
    Preset.EVERYTHING: dict.fromkeys(CHOSEN, Rhythm.AT_ONCE),
}


def preset_of(rhythms: Rhythms) -> Preset | None:
    """The preset that holds just these rhythms, or None for somebody's own mixture."""
    return next((name for name, held in PRESETS.items() if held == rhythms), None)
