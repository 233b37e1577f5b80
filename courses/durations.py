from django.utils.translation import ngettext


def duration(minutes: int) -> str:
    """45 minutes; 1 hour; 2 hours 30 minutes. Empty for none."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours})
    if rest:
        parts.append(ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest})
    return " ".join(parts)
