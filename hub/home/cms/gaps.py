"""Where the hub fails its readers, from everything that tells of it, in one ranked list.

The rank is how many people met the gap in the last ninety days, as far as that is counted. What
nobody counts has its weeks instead: an overdue page those since its day, a dead link those since
it failed.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext
from wagtail.models import Page

from courses.analysis.mending import FEWEST
from courses.models import AttemptItem, Question
from hub.access.enums import Role
from hub.access.readers import Reader
from hub.forum.models import Thread
from hub.pages.boards import changeable_by
from hub.upkeep.due import Kept, due_until, live_pages
from hub.upkeep.reminding import PAGE as KEEP
from hub.usefulness.enums import Verdict
from hub.usefulness.models import PageAnswer, of_this_version
from hub.usefulness.telling import PAGE as USEFULNESS
from hub.users.models import User
from hub.weblinks.models import PageLink, WebLink
from search.learning.report import may_read_searches
from search.models import ContentRequest, LoggedSearch

PERIOD = datetime.timedelta(days=90)
PATIENCE = datetime.timedelta(days=7)
FEW = 3
WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Gap:
    """`met` is what it is ranked by; `said` says the same in words. `url` is the next step."""

    kind: str
    title: str
    met: int
    said: str
    owner: str
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """Something that tells of gaps. `find` answers those that this person may see and mend."""

    name: str
    heading: str | Promise
    step: str | Promise
    find: Callable[[User, Reader], Iterable[Gap]]


def since() -> datetime.date:
    return timezone.localdate() - PERIOD


def searches(user: User, reader: Reader) -> Iterator[Gap]:
    """What gave nothing, or not what was needed, several times. Two queries."""
    if not (may_read_searches(reader) and user.has_perm("search.add_contentrequest")):
        return
    asked = dict(ContentRequest.objects.open().values_list("words", "asked_by__name"))
    logged = LoggedSearch.objects.between(since(), timezone.localdate()).summed()
    for row in logged.filter(Q(empty__gte=FEW) | Q(missed__gte=FEW)):
        met, words = row["empty"] + row["missed"], row["words"]
        yield Gap(
            "searches",
            words,
            met,
            ngettext("Searched for in vain once", "Searched for in vain %(n)d times", met)
            % {"n": met},
            asked.get(words) or "",
            f"{reverse('content_requests:add')}?{urlencode({'query': words})}",
        )


def questions(_user: User, reader: Reader) -> Iterator[Gap]:
    """Asked a week ago or earlier, and still without an accepted answer. One query."""
    asked = (timezone.now() - PERIOD, timezone.now() - PATIENCE)
    unsolved = (
        Thread.objects.visible().readable_by(reader).unsolved().filter(created_at__range=asked)
    )
    same = Count("posts__votes", filter=Q(posts__number=1))
    for thread in unsolved.select_related("space").annotate(same=same).order_by("pk"):
        met = thread.same + 1
        said = ngettext("One person asks", "%(n)d people ask", met) % {"n": met}
        yield Gap(
            "questions", thread.title, met, said, thread.space.name, thread.get_absolute_url()
        )


def quiz_items(user: User, reader: Reader) -> Iterator[Gap]:
    """Questions of quizzes that most get wrong, where enough people were asked. Two queries."""
    if not user.has_perm("courses.change_question"):
        return
    given = AttemptItem.objects.filter(
        attempt__submitted_at__date__gte=since(), marks__isnull=False
    )
    counted = given.order_by().values("question_version__question")
    counts = {
        row["question_version__question"]: (row["wrong"], row["asked"])
        for row in counted.annotate(asked=Count("pk"), wrong=Count("pk", filter=Q(marks__lt=1)))
        if row["asked"] >= FEWEST and row["wrong"] * 2 > row["asked"]
    }
    mine = Question.objects.filter(pk__in=counts).readable_by(reader)
    for question in mine.select_related("current", "lesson__page_owner"):
        wrong, asked = counts[question.pk]
        owner = question.lesson.page_owner if question.lesson else None
        yield Gap(
            "quiz_items",
            str(question),
            wrong,
            _("%(wrong)d of %(asked)d got it wrong") % {"wrong": wrong, "asked": asked},
            owner.name if owner else "",
            reverse("wagtailsnippets_courses_question:edit", args=[question.pk]),
        )


def usefulness(user: User, _reader: Reader) -> Iterator[Gap]:
    """Pages of which people say that they don't help, as they stand now. Two queries."""
    poor = Q(verdict__in=(Verdict.NO, Verdict.PROBLEM), dealt_on=None)
    answers = PageAnswer.objects.filter(poor, of_this_version(), day__gte=since())
    counted = answers.filter(page__in=changeable_by(user)).order_by().values("page_id")
    counts = dict(counted.annotate(n=Count("pk")).values_list("page_id", "n"))
    for page, title in kept(counts):
        met = counts[page.page_id]
        said = ngettext("One said it didn't help", "%(n)d said it didn't help", met) % {"n": met}
        yield of_page("usefulness", page, title, met, said, USEFULNESS)


def overdue(user: User, _reader: Reader) -> Iterator[Gap]:
    """Two queries."""
    today = timezone.localdate()
    due = due_until(today - WEEK, Q(pk__in=changeable_by(user)))
    titles = titles_of(page.page_id for page in due)
    for page in due:
        met = (today - page.due) // WEEK
        said = ngettext("Overdue for a week", "Overdue for %(n)d weeks", met) % {"n": met}
        yield of_page("overdue", page, titles[page.page_id], met, said, KEEP)


def links(user: User, _reader: Reader) -> Iterator[Gap]:
    """Pages with links that lead nowhere: the longest since. Two queries."""
    dead = PageLink.objects.filter(page__in=changeable_by(user), link__in=WebLink.objects.dead())
    first: dict[int, datetime.datetime] = {}
    for pk, failing in dead.values_list("page_id", "link__failing_since"):
        first[pk] = min(failing, first.get(pk, failing))
    for page, title in kept(first):
        met = max(1, (timezone.now() - first[page.page_id]) // WEEK)
        said = ngettext("A link fails for a week", "A link fails for %(n)d weeks", met) % {"n": met}
        yield of_page("links", page, title, met, said, "wagtailadmin_pages:edit")


def kept(ids: Iterable[int]) -> Iterator[tuple[Kept, str]]:
    """Live pages with who keeps them and their titles. Two queries, none for none."""
    wanted = list(ids)
    titles = titles_of(wanted)
    for page in live_pages(Q(pk__in=wanted)) if wanted else ():
        yield page, titles[page.page_id]


def titles_of(ids: Iterable[int]) -> dict[int, str]:
    return dict(Page.objects.filter(pk__in=list(ids)).values_list("pk", "draft_title"))


def of_page(kind: str, page: Kept, title: str, met: int, said: str, address: str) -> Gap:
    owner = page.owner or str(Role(page.role).label)
    return Gap(kind, title, met, said, owner, reverse(address, args=[page.page_id]))


SOURCES = (
    Source("searches", _lazy("Searched for in vain"), _lazy("Ask for it"), searches),
    Source("questions", _lazy("Questions without an answer"), _lazy("Answer it"), questions),
    Source("quiz_items", _lazy("Questions that most get wrong"), _lazy("Look at it"), quiz_items),
    Source("usefulness", _lazy("Pages that don’t help"), _lazy("Read why"), usefulness),
    Source("overdue", _lazy("Overdue pages"), _lazy("Read it again"), overdue),
    Source("links", _lazy("Dead links"), _lazy("Mend it"), links),
)


EVERYTHING = Source("", _lazy("Everything"), "", lambda _user, _reader: ())


def gaps_for(user: User, reader: Reader, only: str = "") -> list[tuple[Gap, Source]]:
    """What most people met first. Some dozen queries, whatever there is."""
    found = [
        (gap, source)
        for source in SOURCES
        if only in {"", source.name}
        for gap in source.find(user, reader)
    ]
    return sorted(found, key=lambda row: (-row[0].met, row[0].title))
