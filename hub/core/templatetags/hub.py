"""Small presentational tags: icons, dates and form controls in the hub's own markup."""

import datetime
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django import template
from django.core.paginator import Page
from django.forms import BoundField, Widget
from django.forms.boundfield import BoundWidget
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from hub.core.dates import long_date

register = template.Library()

ICONS = Path(__file__).resolve().parents[2] / "static" / "icons"
ICON_NAME = re.compile(r"[a-z0-9-]+")
GROUPS = {"radio": "radios", "checkbox": "checkboxes"}
CONTROL_CLASSES = {
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "file": "govuk-file-upload",
    "checkbox": "govuk-checkboxes__input",
}


@cache
def _drawing(name: str) -> SafeString:
    """Read once per process. Raises LookupError for a name without a file."""
    path = ICONS / f"{name}.svg"
    if not ICON_NAME.fullmatch(name) or not path.is_file():
        raise LookupError(f"No icon named {name!r} in {ICONS}")
    svg = path.read_text(encoding="utf-8").strip()
    extra = 'class="cg-icon" width="20" height="20" aria-hidden="true" focusable="false" '
    return mark_safe(svg.replace("<svg ", f"<svg {extra}", 1))  # noqa: S308 - our own file


@register.simple_tag
def icon(name: str) -> str:
    """Inline drawing, hidden from screen readers: words always stand beside it."""
    return _drawing(name) if name else ""


register.filter("hub_date", long_date)


def iso_date(value: datetime.date | None) -> str:
    """For the datetime attribute of a time element, which allows no microseconds."""
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if value else ""


def _widget(field: BoundField) -> Widget:
    return field.field.widget


@register.filter
def control_kind(field: BoundField) -> str:
    """One of input, textarea, select, file, checkbox, hidden, radios and checkboxes.

    Widgets made of many inputs have no markup here: a date is one line of text.
    """
    widget = _widget(field)
    if widget.is_hidden:
        return "hidden"
    kind = getattr(widget, "input_type", None) or "textarea"
    if kind in GROUPS and hasattr(widget, "choices"):
        return GROUPS[kind]
    return kind if kind in CONTROL_CLASSES else "input"


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The bare control with our classes. Django adds the ids of its hint and error."""
    css = CONTROL_CLASSES.get(control_kind(field), "govuk-input")
    own = _widget(field).attrs.get("class", "")
    wanted = [css, f"{css}--error" if field.errors else "", own]
    return field.as_widget(attrs={"class": " ".join(filter(None, wanted))})


@register.filter
def options(field: BoundField, css: str) -> list[BoundWidget]:
    """Choices of a radio or checkbox group, each input carrying the class given."""
    widget = _widget(field)
    attrs = {"id": field.auto_id, "class": css}
    drawn = widget.subwidgets(field.html_name, field.value(), attrs=attrs)
    return [BoundWidget(widget, data, field.form.renderer) for data in drawn]


@register.filter
def first_id(field: BoundField) -> str:
    """Where a link of the error summary lands: a group's first choice, else the control."""
    return f"{field.auto_id}_0" if control_kind(field) in GROUPS.values() else field.id_for_label


@register.filter
def page_numbers(page: Page) -> list[int | None]:
    """Numbers to link to, None for a gap: 1, gap, 4, 5, 6, gap, 12."""
    paginator = page.paginator
    shown = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in shown]


@register.filter
def with_dots(parts: Iterable[object]) -> SafeString:
    """'England · updated 4 November 2026'; empty parts left out, a line breaks behind a dot."""
    shown = [part for part in parts or () if part]
    dots = [" ·"] * (len(shown) - 1) + [""]
    rows = zip(shown, dots, strict=False)
    return format_html_join(" ", '<span class="cg-part">{}{}</span>', rows)


@register.simple_tag
def status_icon(status: str) -> str:
    """Drawing for a state of work: done, failed, doing or anything else as still to do."""
    names = {"done": "circle-check", "failed": "circle-x", "doing": "circle-dot"}
    return icon(names.get(status, "circle"))


@register.simple_tag
def time_tag(value: datetime.date | None) -> str:
    """A date in words inside a time element."""
    if not value:
        return ""
    return format_html('<time datetime="{}">{}</time>', iso_date(value), long_date(value))


@register.simple_tag
def day_tag(value: datetime.datetime | None) -> str:
    """The day of a moment; not even the attribute tells the time of day."""
    return time_tag(timezone.localdate(value)) if value else ""
