"""Nobody waits alone: who is told of a question, and when."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, Count, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.readers import reader_for
from hub.core.working_days import working_days_since
from hub.directory.people import current_places, listed_people
from hub.forum.audience import followers_of, sources
from hub.forum.authorship import asker_id_of
from hub.forum.enums import WaitStep
from hub.forum.models import Step, Thread
from hub.forum.models.post import QUESTION
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.taxonomy.models import Area
from hub.taxonomy.trees import upwards
from hub.users.models import User

# Working days without an answer, and after the last answer without an accepted one.
TO_LEAD, TO_FRONT_LINE, ASK_WHETHER_SOLVED = 2, 5, 5
MOST_OFFERED = 10
# What is older was let go by everybody; nobody is told of it any more.
OLDEST = timedelta(days=60)


@transaction.atomic
def offer_question(*, thread: Thread) -> list[int]:
    """Tells colleagues who said that they know one of its themes, once. Answers whom, by id.

    Followers hear of it anyway, and so does whom it names.

    People of the asker's area or kind of agency come first; of a question without a name nothing
    is taken from who asked.
    """
    themes = list(thread.themes.all())
    if not themes or not take(thread, WaitStep.OFFERED):
        return []
    shared = Count("listing__themes", filter=Q(listing__themes__in=themes))
    knowing = listed_people().annotate(near=nearness(thread.author), shared=shared)
    question = thread.posts.select_related("thread").get(number=QUESTION)
    followers = followers_of(sources(question)).values("person")
    best = knowing.filter(shared__gt=0).exclude(pk__in=followers)
    best = best.exclude(pk__in=question.mentions.values("person"))
    best = best.order_by("-near", "-shared", "pk")
    chosen = readers_among(best[: 3 * MOST_OFFERED], thread)[:MOST_OFFERED]
    tell(chosen, thread, _("You know this theme: “%(title)s”") % {"title": thread.title})
    return chosen


def nearness(asker: User | None) -> Case:
    """1 for people of the asker's area or kind of agency; 0 for all where nobody is named."""
    profile = getattr(asker, "profile", None)
    known = {"area": getattr(profile, "area_id", None)}
    known["agency_type"] = getattr(profile, "agency_type_id", None)
    alike = [When(**{f"profile__{name}": pk}, then=Value(1)) for name, pk in known.items() if pk]
    return Case(*alike, default=Value(0))


def look_after_questions() -> str:
    """Scheduled: what waits goes to the lead, then to the front line; askers are asked once."""
    now = timezone.now()
    waiting = Thread.objects.waiting().filter(created_at__gt=now - OLDEST)
    passed_on = sum(pass_on(thread, now) for thread in waiting)
    asked = sum(ask_whether_solved(thread, now) for thread in perhaps_solved(now))
    return f"{passed_on} passed on, {asked} asked"


@transaction.atomic
def pass_on(thread: Thread, now: datetime) -> bool:
    """Takes the step that is due, if nobody has."""
    days = working_days_since(thread.created_at, now)
    if days < TO_LEAD:
        return False
    step = WaitStep.LEAD if days < TO_FRONT_LINE else WaitStep.FRONT_LINE
    if not take(thread, step):
        return False
    people = leads_for(thread) if step is WaitStep.LEAD else front_line(thread)
    words = {"title": thread.title, "days": days}
    text = _("Nobody has answered “%(title)s” for %(days)d working days") % words
    tell(people, thread, text)
    return True


def perhaps_solved(now: datetime) -> Iterable[Thread]:
    """Answered some days ago, no answer accepted, and the asker not asked yet."""
    last_post = Q(last_post_at__lt=now - timedelta(days=ASK_WHETHER_SOLVED))
    last_post &= Q(last_post_at__gt=now - OLDEST)
    found = Thread.objects.visible().unsolved().filter(last_post, reply_count__gt=0)
    return found.exclude(steps__step=WaitStep.SOLVED).select_related("space__access_rule")


@transaction.atomic
def ask_whether_solved(thread: Thread, now: datetime) -> bool:
    days = working_days_since(thread.last_post_at, now)
    if days < ASK_WHETHER_SOLVED or not take(thread, WaitStep.SOLVED):
        return False
    text = _("Is “%(title)s” solved? Accept the answer that helped, or say what is missing")
    tell([asker_id_of(thread)], thread, text % {"title": thread.title})
    return True


def take(thread: Thread, step: WaitStep) -> bool:
    """Whether this is who takes the step: somebody does, once."""
    return Step.objects.get_or_create(thread=thread, step=step)[1]


def leads_for(thread: Thread) -> list[int]:
    """Leads in the asker's area or in one above it, or else those of the hub.

    Of a question without a name the area isn't used: it would tell where the asker works.
    """
    area = getattr(getattr(thread.author, "profile", None), "area_id", None)
    parents = dict(Area.objects.values_list("pk", "parent_id")) if area else {}
    leads = current_places(Role.LEAD)
    of_areas = [Q(area=place) | Q(organisation__area=place) for place in upwards(area, parents)]
    for place in (*of_areas, Q(area=None, organisation=None)):
        found = User.objects.filter(pk__in=leads.filter(place).values("person"))
        if people := readers_among(found.order_by("pk"), thread):
            return people
    return front_line(thread)


def front_line(thread: Thread) -> list[int]:
    """Who sees to it that questions of the whole hub are answered."""
    held = Membership.objects.held_in_hub(Role.FRONT_LINE)
    return readers_among(User.objects.filter(pk__in=held.values("person")).order_by("pk"), thread)


def readers_among(people: Iterable[User], thread: Thread) -> list[int]:
    """Those who may read the space now, by id, without whoever asked; asked again at sending."""
    rule, asker = thread.space.rule, asker_id_of(thread)
    return [
        person.pk for person in people if person.pk != asker and reader_for(person).may_read(rule)
    ]


def tell(people: list[int], thread: Thread, text: str) -> None:
    notify(
        people=people,
        category=Category.TASK,
        text=text,
        url=thread.get_absolute_url(),
        kind="thread",
        object_id=thread.pk,
    )
