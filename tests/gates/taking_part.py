"""Screens of learning, asking and being told, with everything that people do there done once."""

from collections.abc import Iterator

from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.utils import timezone

from courses.enums import Completion, Feedback
from courses.models import (
    Assignment,
    Cohort,
    CohortMember,
    CoursePage,
    LessonPage,
    LessonQuestion,
    LessonView,
    Prerequisite,
    Quiz,
)
from courses.questions.registry import question_types
from courses.services.attempts import save_answer, skip_question, start_attempt, submit_attempt
from courses.services.checks import answer_check, check_answers
from courses.services.lessons import enrol
from courses.services.refreshing import start_refresher
from courses.services.surveys import THREE_MONTHS
from hub.access.readers import reader_for
from hub.forum.enums import Decision, Measure, ReportReason
from hub.forum.exchange.drafts import FEW_COLUMNS
from hub.forum.models import HeldPhrase, Post, Space, Thread
from hub.forum.services import (
    answer_thanks,
    ask_question,
    ask_to_unmask,
    claim_case,
    decide_appeal,
    decide_case,
    edit_post,
    follow_thread,
    grow_page,
    hide_post,
    impose,
    make_appeal,
    make_appeal_against_sanction,
    open_case,
    refuse_post,
    release_case,
    reply_to_thread,
    report_post,
    unmask_alone,
)
from hub.forum.services.attaching import attach_files
from hub.guidance.models import PracticePage
from hub.notices.models import Notice
from hub.notices.services import mute, renew_feed_key
from hub.notices.unsubscribing import Stop, unsubscribe_path
from hub.pages.written import stream
from hub.users.models import User
from search.saving import save_search
from tests.factories.catching_up import caught_up, offered
from tests.factories.courses import (
    RecordEntryFactory,
    begin_attempt,
    course_with_quiz,
    earn_certificate,
    example_question,
    finish_lessons,
    lessons_of,
    make_course,
    make_question,
    option_ids,
    practice_of,
    practise,
    revoke,
)
from tests.factories.forum import moderator
from tests.factories.refreshing import answer_next
from tests.gates.people import NEWCOMER, newcomer, person
from tests.gates.screens import Screen, sent


def learning_screens() -> Iterator[Screen]:
    newcomer()
    yield Screen("/learning/", NEWCOMER)
    for course in CoursePage.objects.live().public():
        yield Screen(course.url, "learner")
        yield from quiz_screens(course)
    yield Screen("/learning/", "learner")
    yield Screen(lessons_of(course)[-1].url, "learner")
    yield from lesson_screens()
    yield from waiting_screens()
    sampler = CoursePage.objects.get(fact_id="co-sampler")
    yield from quiz_screens(
        sampler, early="trainer", ready="author", sits="trainer", fails="author"
    )
    yield from certificate_screens()
    yield from record_screens()
    yield from lead_screens()
    yield from saying_screens()
    yield from weekly_screens()
    yield from catching_up_screens()
    yield feedback_screen()
    yield from practice_screens()


def saying_screens() -> Iterator[Screen]:
    """How sure people are, at each moment, and what is wrong in a lesson."""
    outcomes = stream("saying", [("outcome", "See the signs"), ("outcome", "Share at once")])
    before, after, later = (make_course(1, outcomes=outcomes) for _ in range(3))
    learner, lesson = person("learner"), lessons_of(before)[0]
    enrol(person_id=learner.pk, course=before)
    for course in (after, later):
        finish_lessons(learner, course)
    views = LessonView.objects.filter(lesson__in=lessons_of(later))
    views.update(completed_at=timezone.now() - THREE_MONTHS)
    yield Screen(lesson.url, "learner")
    for course in (before, after, later):
        yield Screen(course.url, "learner")
        yield Screen(f"/learning/courses/{course.pk}/survey/", "learner")
    yield sent(f"/learning/courses/{after.pk}/survey/", "learner", words="Ring 07700 900123")
    yield Screen(f"/learning/lessons/{lesson.pk}/remark/", "learner")
    yield sent(f"/learning/lessons/{lesson.pk}/remark/", "learner")


def weekly_screens() -> Iterator[Screen]:
    """Weekly questions: before anything is passed, offered, asked, told, and done."""
    yield Screen("/learning/refresh/", NEWCOMER)
    offered = earn_certificate(person("author"), course_with_quiz())
    yield Screen(f"/learning/quizzes/{offered.attempt.code}/result/", "author")
    yield Screen("/learning/refresh/", "author")
    start_refresher(person=person("practitioner"))
    yield Screen("/learning/refresh/", "practitioner")
    told = answer_next(person("practitioner"))
    yield Screen(f"/learning/refresh/{told.question_id}/", "practitioner")
    earn_certificate(person("trainer"), course_with_quiz(questions=1))
    start_refresher(person=person("trainer"))
    answer_next(person("trainer"))
    yield Screen("/learning/refresh/", "trainer")


def catching_up_screens() -> Iterator[Screen]:
    """Questions after a change: none ever, offered, told, and all answered."""
    yield Screen("/learning/changes/", NEWCOMER)
    yield Screen(f"/learning/changes/{offered(person('lead')).pk}/", "lead")
    yield Screen("/learning/", "lead")
    yield Screen(f"/learning/changes/{caught_up(person('analyst')).pk}/", "analyst")
    yield Screen("/learning/changes/", "analyst")


def waiting_screens() -> Iterator[Screen]:
    """A course that comes after another."""
    course = course_with_quiz()
    Prerequisite.objects.create(course=course, needs=course_with_quiz())
    finish_lessons(person("learner"), course)
    yield Screen(course.url)
    yield Screen(course.url, "learner")
    yield Screen(f"/learning/courses/{course.pk}/quiz/", "learner")


def lesson_screens() -> Iterator[Screen]:
    """Its questions of every type: not answered, not chosen, wrong, and right."""
    lesson = lessons_of(make_course(1))[0]
    asked = [example_question(kind) for kind in question_types()]
    LessonPage.objects.filter(pk=lesson.pk).update(done_when=Completion.CHECKED)
    for place, question in enumerate([make_question("Wrong"), make_question("Right"), *asked]):
        LessonQuestion.objects.create(lesson=lesson, question=question, sort_order=place)
    yield Screen(lesson.url)
    yield Screen(lesson.url, "learner")
    wrong, right, *_ = check_answers(person("practitioner").pk, lesson)
    for given, is_right in ((wrong, False), (right, True)):
        options = given.question_version.data["options"]
        chosen = [option["id"] for option in options if option["right"] is is_right]
        answer_check(person_id=person("practitioner").pk, given=given, answer=chosen[:1])
    yield Screen(lesson.url, "practitioner")
    yield sent(f"/learning/lessons/{lesson.pk}/check/{asked[0].pk}/", "practitioner")


def quiz_screens(
    course: CoursePage,
    *,
    early: str = "lead",
    ready: str = "trainer",
    sits: str = "learner",
    fails: str = "author",
) -> Iterator[Screen]:
    """A quiz not yet open, under way at each kind of question, checked, and failed."""
    quiz = Quiz.objects.final().get(course=course)
    start = f"/learning/courses/{course.pk}/quiz/"
    yield Screen(start, early)
    for key in {ready, sits, fails}:
        finish_lessons(person(key), course)
    yield Screen(start, ready)
    open_, failed = (
        start_attempt(reader=reader_for(person(key)), quiz=quiz) for key in (sits, fails)
    )
    kinds = set()
    for item in open_.items.select_related("question_version"):
        skip_question(attempt=open_, order=item.order)
        skip_question(attempt=failed, order=item.order)
        if item.question_version.kind not in kinds:
            kinds.add(item.question_version.kind)
            yield Screen(f"/learning/quizzes/{open_.code}/{item.order}/", sits)
    yield sent(f"/learning/quizzes/{open_.code}/1/", sits)
    yield Screen(f"/learning/quizzes/{open_.code}/check/", sits)
    submit_attempt(attempt=failed)
    yield Screen(f"/learning/quizzes/{failed.code}/result/", fails)


def feedback_screen() -> Screen:
    """What is right, told at once."""
    course = course_with_quiz(feedback=Feedback.AT_ONCE)
    attempt = begin_attempt(person("practitioner"), course)
    save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=False)[:1])
    return Screen(f"/learning/quizzes/{attempt.code}/1/", "practitioner")


def practice_screens() -> Iterator[Screen]:
    """Before the course is started, to begin, begun, told, done, and used up."""
    course = course_with_quiz()
    practice, limited = practice_of(course), practice_of(course, attempts_allowed=1)
    start = practice.get_absolute_url()
    yield Screen(start, "lead")
    enrol(person_id=person("learner").pk, course=course)
    yield Screen(start, "learner")
    attempt = start_attempt(reader=reader_for(person("learner")), quiz=practice)
    yield Screen(start, "learner")
    yield Screen(f"/learning/quizzes/{attempt.code}/1/", "learner")
    done = practise(person("practitioner"), practice, right=2)
    yield Screen(start, "practitioner")
    yield Screen(f"/learning/quizzes/{done.code}/result/", "practitioner")
    practise(person("practitioner"), limited, right=2)
    yield Screen(limited.get_absolute_url(), "practitioner")
    yield Screen(course.url, "practitioner")


def certificate_screens() -> Iterator[Screen]:
    """A small course that can be passed without knowing the demonstration's answers."""
    certificate = earn_certificate(person("practitioner"), course_with_quiz())
    typed = {"number": certificate.code, "name": certificate.person_name}
    yield Screen(f"/certificates/{certificate.code}/")
    yield Screen(f"/certificates/{certificate.code}/", "practitioner")
    yield Screen(f"/learning/quizzes/{certificate.attempt.code}/result/", "practitioner")
    yield Screen("/certificates/")
    yield sent("/certificates/")
    yield sent("/certificates/", number="wrong", name="Wrong")
    yield sent("/certificates/", **typed)
    revoked = revoke(earn_certificate(person("lead"), course_with_quiz()))
    yield Screen(f"/certificates/{revoked.code}/", "lead")
    yield sent("/certificates/", number=revoked.code, name=revoked.person_name)


def lead_screens() -> Iterator[Screen]:
    """Full, empty and wrong; what somebody is asked to do stands on their own page."""
    people, cohorts, them = "/learning/people/", "/learning/cohorts/", person("practitioner")
    cohort = Cohort.objects.get(members__person=them)
    CohortMember.objects.filter(person=them).update(shares_since=timezone.now())
    yield Screen("/learning/", "practitioner")
    yield Screen("/learning/", "lead")
    yield Screen(people, "lead")
    yield Screen(f"{people}?show=overdue&name=Nobody", "lead")
    yield Screen(f"{people}{them.pk}/", "lead")
    yield Screen(f"{people}{them.pk}/ask/", "lead")
    yield sent(f"{people}{them.pk}/ask/", "lead", due_on="soon", note="07700 900123")
    yield Screen(cohorts, "lead")
    yield Screen(f"{cohorts}new/", "lead")
    yield sent(f"{cohorts}new/", "lead", name="")
    yield Screen(f"{cohorts}{cohort.pk}/", "lead")
    yield Screen(f"{cohorts}{cohort.pk}/add/", "lead")
    yield sent(f"{cohorts}{cohort.pk}/add/", "lead")
    yield Screen(f"{cohorts}{cohort.pk}/add/?name=Nobody", "lead")
    for action in ("ask", "change", "end"):
        yield Screen(f"{cohorts}{cohort.pk}/{action}/", "lead")
    asked = Assignment.objects.filter(cohort=cohort).earliest("pk")
    yield Screen(f"/learning/asked/{asked.pk}/end/", "lead")
    yield Screen("/learning/coverage/", "lead")


def record_screens() -> Iterator[Screen]:
    yield Screen("/learning/record/", NEWCOMER)
    yield Screen("/learning/record/add/reading/", "learner")
    yield sent("/learning/record/add/reading/", "learner", title="", day="soon", minutes="0")
    entry = RecordEntryFactory(
        person=person("learner"),
        title="Regional event",
        learned="Who to ring.",
        will_change="Ring.",
    )
    yield Screen("/learning/record/", "learner")
    yield Screen("/learning/record/?since=2026-01-01&until=soon", "learner")
    yield Screen("/learning/record/?until=2001-01-01", "learner")
    yield Screen(entry.get_absolute_url(), "learner")
    yield Screen(f"{entry.get_absolute_url()}remove/", "learner")


def open_to(key: str) -> QuerySet:
    return Space.objects.readable_by(reader_for(person(key)))


def forum_screens() -> Iterator[Screen]:
    yield Screen("/forum/")
    yield Screen("/forum/", "learner")
    yield Screen("/forum/?state=solved&theme=leadership&q=zyxwvut")
    yield Screen("/forum/rules/")
    yield from [Screen(f"/forum/spaces/{space.slug}/", "lead") for space in open_to("lead")]
    yield Screen("/forum/ask/", "learner")
    yield sent("/forum/ask/", "learner")
    yield sent(
        "/forum/ask/", "learner", title="Who rings whom?", body="Rang **twice**.", preview="1"
    )
    words = {"title": "Mapping?", "body": "A safety plan.", "find": "a", "preview": "1"}
    yield sent("/forum/ask/", "practitioner", **words)
    yield sent("/forum/ask/", "practitioner", **words | {"find": "ri"})
    yield from table_screens()
    yield from kind_screens()
    yield from thread_screens()


def kind_screens() -> Iterator[Screen]:
    """Beginnings of other threads, and such threads."""
    for kind, who in (
        *(("discussion", "lead"), ("poll", "lead")),
        *(("event", "lead"), ("announcement", "moderator")),
    ):
        yield Screen(f"/forum/start/{kind}/", who)
        yield sent(f"/forum/start/{kind}/", who)
    polled, event, talk = (
        Thread.objects.filter(kind=kind).earliest("pk") for kind in ("poll", "event", "discussion")
    )
    yield Screen(polled.get_absolute_url())
    yield Screen(polled.get_absolute_url(), "learner")
    yield Screen(polled.get_absolute_url(), "analyst")
    yield Screen(event.get_absolute_url(), "reviewer")
    yield Screen(talk.get_absolute_url(), "learner")
    for begun in (polled, event):
        yield from changing_screens(begun.posts.get(number=1))
    for act in ("lock", "pin", "unlock", "unpin", "move", "split", "merge"):
        yield Screen(f"/forum/threads/{talk.pk}/{act}/", "moderator")
        yield sent(f"/forum/threads/{talk.pk}/{act}/", "moderator")
    locked = Thread.objects.exclude(locked_at=None).earliest("pk")
    yield Screen(locked.get_absolute_url(), "reviewer")


def changing_screens(post: Post) -> Iterator[Screen]:
    """The writer of a poll or an event changes it; the history has what it said before."""
    address, writer = f"/forum/posts/{post.pk}/", post.author.email.split("@")[0]
    yield Screen(f"{address}edit/", writer)
    yield sent(f"{address}edit/", writer, title="", closes_on="soon", day="soon", place="")
    yield sent(f"{address}edit/", writer, body="Changed.")
    yield Screen(f"{address}history/", writer)


def table_screens() -> Iterator[Screen]:
    """A table of threads: rows that come in, that are refused, and that somebody has to look at."""
    space = Space.objects.filter(access_rule=None).first()
    address = f"{space.get_absolute_url()}import/"
    rows = (
        ",".join(FEW_COLUMNS),
        "1,Who rings whom?,mapping,2026-03-01,,,Nobody knows.",
        "1,,,2026-03-02,,yes,Ring 07700 900123.",
        "2,,,March,,,More words.",
    )
    yield Screen(address, "moderator")
    yield sent(address, "moderator")
    yield sent(address, "moderator", what="check", file="\n".join(rows))
    yield sent(address, "moderator", what="check", file="\n".join(rows[:2]))


def thread_screens() -> Iterator[Screen]:
    """A thread whose answers were edited, reported and hidden."""
    solved = Thread.objects.exclude(accepted=None).earliest("pk")
    question, answer = solved.posts.order_by("number")[:2]
    edit_post(post=answer, editor=answer.author, body=f"{answer.body}\n\nMore.", version=1)
    learner = person("learner")
    report_post(post=answer, reporter=learner, reason=ReportReason.values[0], note="A name.")
    writer = question.author.email.split("@")[0]
    for who in ("", "learner", "moderator", writer):
        yield Screen(solved.get_absolute_url(), who)
    yield Screen(f"/forum/threads/{solved.pk}/reply/", "learner")
    yield sent(f"/forum/threads/{solved.pk}/reply/", "learner")
    telling = "Kai, 14, can be reached on 07700 900123."
    yield sent(f"/forum/threads/{solved.pk}/reply/", "learner", body=telling)
    yield sent(f"/forum/threads/{solved.pk}/reply/", "learner", body=telling, preview="1")
    attach_files(post=question, files=[ContentFile(b"Ring first.", "route.txt")])
    yield Screen(question.thread.get_absolute_url(), "practitioner")
    yield Screen(f"/forum/posts/{question.pk}/edit/", writer)
    yield sent(f"/forum/posts/{question.pk}/edit/", writer, title="", body="")
    yield Screen(f"/forum/posts/{answer.pk}/history/")
    yield Screen(f"/forum/posts/{answer.pk}/report/", "learner")
    yield sent(f"/forum/posts/{answer.pk}/report/", "learner")
    yield Screen(f"/forum/posts/{answer.pk}/hide/", "moderator")
    yield sent(f"/forum/posts/{answer.pk}/hide/", "moderator")
    yield from case_screens(question, answer)
    yield Screen("/forum/waiting/", "learner")
    yield from anonymity_screens(solved)
    yield from growing_screens(solved, writer)
    other = Thread.objects.filter(space__access_rule=None).latest("pk").posts.latest("number")
    hide_post(post=other, by=person("moderator"), reason="Names a child.")
    yield Screen(other.thread.get_absolute_url(), "moderator")


def growing_screens(thread: Thread, asker: str) -> Iterator[Screen]:
    """A solved thread becomes practice or a term, and asks whom it may thank."""
    for kind in ("practice", "term"):
        yield Screen(f"/forum/threads/{thread.pk}/{kind}/", "author")
        yield sent(f"/forum/threads/{thread.pk}/{kind}/", "author")
    draft = PracticePage(title="One worker for each child", place="A county")
    thanks = grow_page(thread=thread, by=person("author"), page=draft).thanks.get(
        person=thread.author
    )
    yield Screen(f"/forum/thanks/{thanks.pk}/", asker)
    answer_thanks(thanks=thanks, agreed=True)
    yield Screen(f"/forum/thanks/{thanks.pk}/", asker)


def case_screens(question: Post, answer: Post) -> Iterator[Screen]:
    """A reported post: in the queue, free, taken by oneself and by another, and decided."""
    case, mods = answer.cases.get(), [person("moderator"), moderator()]
    yield Screen("/forum/reports/", "moderator")
    yield Screen(f"{case.get_absolute_url()}?reason=personal", "moderator")
    for who in mods:
        claim_case(case=case, by=who)
        yield Screen(case.get_absolute_url(), "moderator")
        release_case(case=case, by=who)
    decide_case(case=case, by=mods[0], decision=Decision.NOTHING)
    yield Screen(case.get_absolute_url(), "moderator")
    for post in (question, answer):
        report_post(post=post, reporter=person("learner"), reason=ReportReason.SPAM)
    claim_case(case=open_case(post=question), by=mods[0])
    for post in (question, answer):
        yield Screen(open_case(post=post).get_absolute_url(), "moderator")
    yield from held_screens(answer.thread, mods[0])
    yield from appeal_screens(answer.thread, mods)
    yield from sanction_screens(answer, mods)


def held_screens(thread: Thread, judge: User) -> Iterator[Screen]:
    """A question and an answer that wait, one of them without a name; then one is refused."""
    learner = person("learner")
    HeldPhrase.objects.create(phrase="meet me at", why="People offer to meet children.")
    asked = ask_question(
        author=learner, space=thread.space, title="Who comes along?", body="Meet me at six."
    )
    answer = reply_to_thread(thread=thread, author=learner, body="Meet me at.", anonymous=True)
    for shown in (asked, thread):
        yield Screen(shown.get_absolute_url(), "learner")
        yield Screen(shown.get_absolute_url(), "moderator")
    for post in (asked.posts.get(), answer):
        yield Screen(post.cases.get().get_absolute_url(), "moderator")
    yield Screen("/forum/reports/", "moderator")
    refuse_post(post=answer, by=judge, reason="It offers to meet.")
    yield Screen(f"/forum/decisions/{answer.cases.get().pk}/", "learner")


def appeal_screens(thread: Thread, mods: list[User]) -> Iterator[Screen]:
    """Decisions that nobody appealed, that wait for another moderator, and both answers."""
    learner, (own, other) = person("learner"), mods
    for number, by in enumerate([other, own, other, other, other]):
        post = reply_to_thread(thread=thread, author=learner, body=f"Hidden words {number}.")
        hide_post(post=post, by=by, reason="It names a place.")
        case = post.cases.get()
        yield Screen(f"/forum/decisions/{case.pk}/", "learner")
        if number == 0:
            yield sent(f"/forum/decisions/{case.pk}/", "learner")
            continue
        appeal = make_appeal(case=case, words="No place is named.")
        if number > 2:
            decide_appeal(appeal=appeal, by=own, is_granted=number == 3, answer="It names none.")
        yield Screen(appeal.get_absolute_url(), "moderator")
        if number == 2:
            yield sent(appeal.get_absolute_url(), "moderator")
    yield Screen("/forum/reports/", "moderator")


def sanction_screens(post: Post, mods: list[User]) -> Iterator[Screen]:
    """Somebody warned and suspended, what they see, their appeal, and one that was granted."""
    analyst, (own, other) = person("analyst"), mods
    yield Screen(f"/forum/posts/{post.pk}/writer/", "moderator")
    yield sent(f"/forum/posts/{post.pk}/writer/", "moderator")
    warned = impose(person=analyst, measure=Measure.WARN, reason="Wear no labels.", by=other)
    suspended = impose(
        person=analyst, measure=Measure.SUSPEND, reason="It demeans people.", by=other, days=7
    )
    yield Screen("/forum/ask/", "analyst", status=403)
    yield Screen(post.thread.get_absolute_url(), "analyst")
    yield Screen("/forum/sanctions/", "moderator")
    for who in ("analyst", "learner"):
        yield Screen("/forum/mine/", who)
    for sanction in (warned, suspended):
        yield Screen(sanction.get_absolute_url(), "analyst")
    yield sent(warned.get_absolute_url(), "analyst")
    restricted = impose(person=other, measure=Measure.RESTRICT, reason="Odd.", by=own, days=7)
    appeals = [
        make_appeal_against_sanction(sanction=sanction, words="It was a quote.")
        for sanction in (suspended, restricted)
    ]
    decide_appeal(appeal=appeals[1], by=moderator(), is_granted=True, answer="It was.")
    for appeal in appeals:
        yield Screen(appeal.get_absolute_url(), "moderator")
    yield Screen(suspended.get_absolute_url(), "analyst")


def anonymity_screens(thread: Thread) -> Iterator[Screen]:
    """Answers without a name: one that nobody asks about, one that waits, two looked up alone."""
    learner, mods = person("learner"), [person("moderator"), moderator()]
    posts = [
        reply_to_thread(thread=thread, author=learner, body=f"{n} more thoughts.", anonymous=True)
        for n in range(2, 6)
    ]
    untouched, waits, alone, done = posts
    yield Screen("/forum/anonymous/", "moderator")
    yield Screen(thread.get_absolute_url(), "learner")
    yield Screen(thread.get_absolute_url(), "moderator")
    yield Screen(f"/forum/posts/{untouched.pk}/author/", "moderator")
    yield sent(f"/forum/posts/{untouched.pk}/author/", "moderator")
    wish = ask_to_unmask(post=waits, by=mods[1], reason="A child may be at risk.")
    look = unmask_alone(post=alone, by=mods[1], reason="A child is at risk.")
    own = unmask_alone(post=done, by=mods[0], reason="A child is at risk.")
    yield Screen("/forum/anonymous/", "moderator")
    for decision in (wish, look, own):
        yield Screen(decision.get_absolute_url(), "moderator")
    yield Screen(f"/forum/anonymous/{look.pk}/review/", "moderator")
    yield sent(f"/forum/anonymous/{look.pk}/review/", "moderator")


def saved_search_screens() -> Iterator[Screen]:
    yield Screen("/search/saved/", NEWCOMER)
    save_search(person=person("learner"), name="Home takeovers", query="q=home+takeovers")
    yield Screen("/search/saved/", "learner")
    yield Screen("/search/saved/new/?q=cuckooing&kind=guidance", "learner")
    yield sent("/search/saved/new/", "learner")
    yield sent("/search/saved/new/", "learner", name="Kai, 14, 07700 900123", q="cuckooing")
    yield sent("/search/saved/new/", "learner", name="Home takeovers", q="cuckooing")


def notice_screens() -> Iterator[Screen]:
    learner, thread = person("learner"), Thread.objects.earliest("pk")
    follow_thread(thread=thread, person=learner)
    Notice.objects.create(person=learner, text="Somebody answered", url=thread.get_absolute_url())
    mute(person=learner, kind="space", object_id=thread.space_id)
    renew_feed_key(person=learner)
    yield Screen(thread.space.get_absolute_url(), "learner")
    for who in ("learner", NEWCOMER):
        yield Screen("/account/notices/", who)
        yield Screen("/account/notices/feeds/", who)
        yield Screen("/account/notices/following/", who)
        yield Screen("/account/notices/choices/", who)
    yield sent("/account/notices/choices/", "learner")
    yield Screen("/account/notices/choices/each/", "learner")
    yield sent("/account/notices/choices/each/", "learner", quiet_from="22")
    for stop in (
        Stop(learner.pk, "thread", thread.pk),
        Stop(learner.pk, "space", thread.space_id),
        Stop(learner.pk, category="news"),
        Stop(learner.pk),
    ):
        yield Screen(unsubscribe_path(stop))
        yield sent(unsubscribe_path(stop))
