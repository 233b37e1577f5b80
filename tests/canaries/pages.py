"""Pages of every type: closed, marked, drafts, planned, and open ones that hold closed things."""

from collections.abc import Callable
from datetime import timedelta

from django.apps import apps
from django.utils import timezone
from wagtail.models import Comment, Page
from wagtail.rich_text import RichText

from courses.models import CourseIndexPage, CoursePage, LessonPage, ModulePage
from hub.access.groups import group_for_area
from hub.home.models import HomePage, ThemeIndexPage, ThemePage
from hub.pages.models import HubDocument, HubImage, HubPage
from hub.taxonomy.models import Area, Theme
from tests.canaries.flock import Circle, Flock
from tests.factories import pages
from tests.factories.courses import make_question
from tests.factories.people import UserFactory

# The start page is for everyone: everything stands below it.
TYPES = [m for m in apps.get_models() if issubclass(m, Page) and m not in (Page, HomePage)]
SHARED = {"themes": ["mapping"], "audiences": ["police"]}
MAKERS: dict[str, Callable[..., HubPage]] = {
    "guidance": pages.guidance,
    "act": pages.act,
    "provision": pages.findable,
    "practice": pages.practice,
    "tool": pages.tool,
    "policy": pages.policy,
    "term": pages.term,
    "intervention": pages.intervention,
    "referral": pages.referral,
}


def words_for(flock: Flock, name: str, circle: Circle) -> dict[str, object]:
    """A title, an address and a summary with a canary in each."""
    title = flock.put(f"title of {name}", circle)
    return {
        "title": title.text,
        "slug": title.name,
        "summary": flock.put(f"summary of {name}", circle).text,
        "first_published_at": timezone.now(),
    }


def page_of_each_type(flock: Flock, circle: Circle, **given: object) -> dict[type[Page], Page]:
    """A page of every type that the hub knows, in no order that matters."""
    made: dict[type[Page], Page] = {}
    for name, make in MAKERS.items():
        page = make(**words_for(flock, f"{name}, {circle.value}", circle), **SHARED, **given)
        made[type(page)] = page
    course_words = words_for(flock, f"course, {circle.value}", circle)
    courses, themes = CourseIndexPage.objects.first(), ThemeIndexPage.objects.first()
    course = pages.add_page(CoursePage, courses, **course_words, **SHARED, **given)
    module = course.add_child(
        instance=ModulePage(title=flock.put(f"module, {circle.value}", circle).text, **given)
    )
    lesson = words_for(flock, f"lesson, {circle.value}", circle)
    theme = words_for(flock, f"theme, {circle.value}", circle)
    slug = f"theme-{len(flock.canaries)}"
    subject = Theme.objects.create(name=slug, slug=slug)
    made |= {
        CoursePage: course,
        ModulePage: module,
        LessonPage: pages.add_page(LessonPage, module, **lesson, **SHARED, **given),
        ThemePage: pages.add_page(ThemePage, themes, theme=subject, **theme, **given),
    }
    for model in TYPES:
        if model not in made:
            made[model] = plain_page(flock, model, circle, given)
    return made


def plain_page(flock: Flock, model: type[Page], circle: Circle, given: dict) -> Page:
    """A list of pages, or a page about the hub."""
    known = {field.name for field in model._meta.get_fields()}
    words = words_for(flock, f"{model.__name__}, {circle.value}", circle)
    if "summary" not in known:
        words["introduction"] = words.pop("summary")
    return pages.home_page().add_child(instance=model(**words, **given))


def close(made: dict[type[Page], Page], area: Area) -> None:
    for page in made.values():
        pages.restrict(page, group_for_area(area))


def deep_words(flock: Flock, made: dict[type[Page], Page]) -> None:
    """What stands further in: steps, versions, definitions, questions of a quiz, comments."""
    put = lambda place: flock.put(place, Circle.AREA).text  # noqa: E731 short, and used here alone
    fill(
        made,
        "GuidancePage",
        what_to_do=[("step", put("step of guidance"))],
        discussion_questions=[("question", put("question for a team"))],
        body=[("paragraph", RichText(f"<p>{put('text of guidance')}</p>"))],
    )
    fill(made, "TermPage", definition=put("definition"), other_words=put("other words of a term"))
    fill(made, "ToolPage", what_it_is_for=put("what a tool is for"))
    tried = pages.intervention(title="What everyone may try")
    fill(
        made,
        "PracticePage",
        problem=put("problem of practice"),
        place=put("place of practice"),
        results=put("results of practice"),
        what_did_not_work=put("what didn't work in practice"),
        links=[("link", {"page": tried, "note": ""})],
    )
    fill(made, "ReferralRoutePage", contact=put("contact of a referral"), show_on_help_now=True)
    fill(made, "InterventionPage", what_it_is=put("what an intervention is"))
    fill(made, "PolicyPage", publisher=put("publisher of policy"))
    fill(made, "CoursePage", audience_text=put("for whom a course is"))
    provision = next(page for model, page in made.items() if model.__name__ == "ProvisionPage")
    provision.versions.update(test=put("test of a provision"))
    lesson = made[LessonPage]
    fill(made, "LessonPage", body=[("paragraph", RichText(f"<p>{put('text of a lesson')}</p>"))])
    options = [
        {"text": put("right option"), "right": True, "feedback": ""},
        {"text": put("wrong option"), "right": False, "feedback": put("feedback")},
    ]
    flock.question = make_question(
        put("stem of a question"), options=options, explanation=put("explanation"), lesson=lesson
    )


def fill(made: dict[type[Page], Page], model: str, **fields: object) -> None:
    page = next(page for kind, page in made.items() if kind.__name__ == model)
    fresh = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(fresh, name, value)
    fresh.save()


def unfinished(flock: Flock, opened: Page) -> dict[str, Page]:
    """A draft of an open page, a page that is planned, one that ran out, and a comment."""
    changed = opened.specific_class.objects.get(pk=opened.pk)
    changed.title = flock.put("draft title of an open page", Circle.DRAFTS).text
    changed.save_revision()
    planned = pages.guidance(**words_for(flock, "planned page", Circle.DRAFTS), live=False)
    planned.go_live_at = timezone.now() + timedelta(days=3)
    planned.save_revision(approved_go_live_at=planned.go_live_at)
    gone = pages.guidance(**words_for(flock, "page that ran out", Circle.DRAFTS), live=False)
    comment = flock.put("comment on a draft", Circle.DRAFTS)
    Comment.objects.create(page=opened, user=UserFactory(), text=comment.text, contentpath="title")
    return {"planned": planned, "gone": gone}


def hold_closed_things(
    opened: Page, document: HubDocument, image: HubImage, text: str, closed: list[Page]
) -> None:
    """An open page into which an author put a file, a picture and links of the area."""
    to_file = f'<p><a linktype="document" id="{document.pk}">{text}</a></p>'
    to_pages = "".join(f'<a linktype="page" id="{page.pk}">more</a> ' for page in closed)
    opened.body = [
        ("paragraph", RichText(f"{to_file}<p>{to_pages}</p>")),
        ("download", {"document": document, "description": "To take away."}),
        ("picture", {"image": image, "alternative": "", "caption": ""}),
        ("video", {"title": "A film", "film": document, "captions": document}),
    ]
    opened.save()
