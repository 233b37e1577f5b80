"""The presentational tags: icons, dates and form controls."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.html import strip_tags

from hub.core.templatetags import hub

HALF_PAST_ELEVEN_UTC = datetime.datetime(2026, 6, 3, 23, 30, tzinfo=ZoneInfo("UTC"))


class Question(forms.Form):
    title = forms.CharField(help_text="In one line", widget=forms.TextInput(attrs={"class": "own"}))
    body = forms.CharField(widget=forms.Textarea)
    agency = forms.ChoiceField(choices=[("p", "Police")])
    audience = forms.ChoiceField(choices=[("a", "All"), ("b", "Area")], widget=forms.RadioSelect)
    themes = forms.MultipleChoiceField(
        choices=[("1", "Mapping")], widget=forms.CheckboxSelectMultiple, required=False
    )
    follow = forms.BooleanField(required=False)
    starts = forms.DateField()
    proof = forms.FileField(required=False)
    draft = forms.CharField(widget=forms.HiddenInput, required=False)


def sent(**data: str) -> Question:
    form = Question(MultiValueDict({name: [value] for name, value in data.items()}))
    form.is_valid()
    return form


def render(source: str, **context: object) -> str:
    return Template("{% load hub %}" + source).render(Context(context))


def field(form: Question, name: str) -> str:
    return render_to_string("components/field.html", {"field": form[name]})


# Icons


def test_an_icon_is_drawn_inline_and_hidden_from_screen_readers() -> None:
    drawn = render('{% icon "scale" %}')
    assert drawn.startswith("<svg ")
    assert 'aria-hidden="true"' in drawn


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(LookupError):
        hub.icon("no-such-icon")


def test_an_icon_name_cannot_leave_the_folder() -> None:
    with pytest.raises(LookupError):
        hub.icon("../img/favicon")


def test_no_icon_name_draws_nothing() -> None:
    assert render("{% icon missing %}") == ""


@pytest.mark.parametrize(
    ("status", "drawing"),
    [("done", "circle-check"), ("failed", "circle-x"), ("doing", "circle-dot"), ("todo", "circle")],
)
def test_a_state_of_work_has_its_own_drawing(status: str, drawing: str) -> None:
    assert hub.status_icon(status) == hub.icon(drawing)


# Dates and lists


def test_a_date_is_written_in_words() -> None:
    assert render("{{ day|hub_date }}", day=datetime.date(2026, 11, 4)) == "4 November 2026"


def test_a_moment_is_shown_on_londons_day() -> None:
    assert render("{{ moment|hub_date }}", moment=HALF_PAST_ELEVEN_UTC) == "4 June 2026"


def test_a_time_element_carries_the_machine_readable_date() -> None:
    drawn = render("{% time_tag day %}", day=datetime.date(2026, 11, 4))
    assert drawn == '<time datetime="2026-11-04">4 November 2026</time>'


def test_no_date_writes_nothing() -> None:
    assert render("{{ day|hub_date }}{% time_tag day %}", day=None) == ""


def test_empty_parts_are_left_out_of_a_line() -> None:
    parts = ["England", "", None, "updated 4 November 2026"]
    assert strip_tags(hub.with_dots(parts)) == "England · updated 4 November 2026"


def test_a_line_of_parts_is_escaped() -> None:
    assert "&lt;b&gt;" in render("{{ parts|with_dots }}", parts=["<b>"])


def test_far_pages_are_left_out_between_the_ends() -> None:
    page = Paginator(range(240), 20).page(6)
    assert hub.page_numbers(page) == [1, None, 5, 6, 7, None, 12]


# Form controls


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("title", "input"),
        ("body", "textarea"),
        ("agency", "select"),
        ("audience", "radios"),
        ("themes", "checkboxes"),
        ("follow", "checkbox"),
        ("starts", "input"),
        ("proof", "file"),
        ("draft", "hidden"),
    ],
)
def test_each_field_gets_the_markup_of_its_control(name: str, kind: str) -> None:
    assert hub.control_kind(Question()[name]) == kind


def test_a_control_keeps_the_classes_of_its_form() -> None:
    assert 'class="govuk-input own"' in hub.control(Question()["title"])


def test_a_control_with_a_mistake_looks_and_says_so() -> None:
    drawn = hub.control(sent()["title"])
    assert "govuk-input--error" in drawn
    assert 'aria-invalid="true"' in drawn


def test_a_control_points_at_its_hint_and_its_error() -> None:
    drawn = field(sent(), "title")
    assert 'aria-describedby="id_title_helptext id_title_error"' in drawn
    assert 'id="id_title_helptext"' in drawn
    assert 'id="id_title_error"' in drawn


def test_a_group_stands_in_a_fieldset_with_its_question_as_legend() -> None:
    drawn = field(Question(), "audience")
    assert "<fieldset" in drawn
    assert "<legend" in drawn


def test_what_was_chosen_stays_chosen() -> None:
    chosen = hub.options(sent(audience="b")["audience"], "x")
    assert [bool(option.data["selected"]) for option in chosen] == [False, True]


def test_each_choice_has_its_own_label() -> None:
    drawn = field(Question(), "audience")
    assert 'for="id_audience_1"' in drawn
    assert 'id="id_audience_1"' in drawn


def test_the_error_summary_leads_to_the_first_choice_of_a_group() -> None:
    drawn = render_to_string("components/error_summary.html", {"form": sent()})
    assert 'href="#id_audience_0"' in drawn
    assert 'href="#id_title"' in drawn


def test_a_form_without_mistakes_has_no_error_summary() -> None:
    assert render_to_string("components/error_summary.html", {"form": Question()}).strip() == ""


def test_what_may_be_left_out_says_so_in_words() -> None:
    assert "(optional)" in field(Question(), "proof")
    assert "(optional)" not in field(Question(), "body")


def test_a_hidden_field_has_no_label() -> None:
    assert "<label" not in field(Question(), "draft")


def test_a_moment_in_a_time_element_has_whole_seconds() -> None:
    moment = datetime.datetime(2026, 11, 4, 9, 30, 5, 123456, tzinfo=datetime.UTC)
    drawn = render("{% time_tag moment %}", moment=moment)
    assert 'datetime="2026-11-04T09:30:05+00:00"' in drawn


def test_a_day_tells_no_time_of_day() -> None:
    moment = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC)
    drawn = render("{% day_tag moment %}{% day_tag nothing %}", moment=moment, nothing=None)
    assert drawn == '<time datetime="2026-07-02">2 July 2026</time>'
