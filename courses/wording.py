"""What screens say about courses and quizzes, worked out from plain values."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.humanize.templatetags.humanize import apnumber
from django.template.defaultfilters import capfirst, floatformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.durations import duration
from courses.enums import Completion
from courses.models import Attempt, Certificate, CoursePage, LessonPage, RegradedAttempt
from courses.services.progress import Action, CourseStatus, QuizStatus, renew_from
from courses.services.regrading import Plan
from hub.core.dates import long_date


@dataclass(frozen=True, slots=True)
class StepLink:
    """The one button: its words, where it leads, whether it must be a form that posts."""

    text: str
    url: str
    posts: bool = False


def step_link(status: CourseStatus) -> StepLink:
    step = status.next_step
    if step.action is Action.START:
        return StepLink(_("Start"), reverse("courses:start", args=[status.course.pk]), posts=True)
    if step.action is Action.ATTEMPT and step.attempt:
        return StepLink(_("Continue the quiz"), resume_address(step.attempt))
    if step.action is Action.QUIZ and status.quiz:
        words = _("Try the quiz again") if status.quiz.last else _("Go to the quiz")
        if status.quiz.may_renew:
            words = _("Renew your certificate")
        return StepLink(words, reverse("courses:quiz", args=[status.course.pk]))
    if step.action is Action.FIRST and step.course:
        words = _("First: %(course)s") % {"course": step.course.title}
        return StepLink(words, step.course.url or "")
    if step.action is Action.WORKSHOP:
        return StepLink(_("Book a workshop"), f"{status.course.url or ''}#workshops")
    if step.lesson is None:
        return StepLink("", "")
    words = _("Review the lessons") if step.action is Action.REVIEW else _("Continue")
    return StepLink(words, step.lesson.url or "")


def resume_address(attempt: Attempt) -> str:
    return reverse("courses:resume", args=[attempt.code])


def course_meta(course: CoursePage, status: CourseStatus) -> list[str]:
    lessons = ngettext("%(n)d lesson", "%(n)d lessons", status.total) % {"n": status.total}
    return [str(course.get_level_display()), lessons, duration(course.minutes)]


def course_facts(course: CoursePage, status: CourseStatus) -> list[tuple[str, str]]:
    """Name and value of what someone wants to know before they start; empty values drop out."""
    facts = [(_("For"), course.audience_text), (_("Time"), duration(course.minutes))]
    facts.append((_("To complete it"), to_complete(course, status)))
    if status.quiz is None:
        return facts
    quiz = status.quiz.quiz
    return [
        *facts,
        (_("Pass mark"), _("%(mark)d%%") % {"mark": quiz.pass_mark}),
        (_("Attempts"), attempts_words(quiz.attempts_allowed)),
        (_("Certificate"), validity_words(course.validity_months)),
        (_("Counts as"), hours_words(course.accreditation_hours)),
    ]


def to_complete(course: CoursePage, status: CourseStatus) -> str:
    """In one sentence; the conditions themselves stand on the page with how far they are."""
    if status.quiz:
        basis = _("Finish every lesson, then pass the quiz")
    else:
        basis = _("Finish every lesson") if status.total else ""
    extra = [
        _("come to a workshop") if course.needs_attendance else "",
        _("be signed off by a trainer") if course.needs_sign_off else "",
    ]
    return capfirst("; ".join(filter(None, [basis, *extra])))


def completion_words(lesson: LessonPage) -> str:
    """What the lesson asks for before it is done; "" where its button says it."""
    if lesson.done_when == Completion.CHECKED:
        return _("Answer the questions above to finish this lesson.")
    if lesson.done_when == Completion.TIME:
        return ngettext(
            "This lesson asks for at least %(n)d minute before you mark it as done.",
            "This lesson asks for at least %(n)d minutes before you mark it as done.",
            lesson.least_minutes,
        ) % {"n": lesson.least_minutes}
    return ""


def quiz_facts(
    status: QuizStatus, questions: int, minutes_allowed: int | None = None
) -> list[tuple[str, str]]:
    """Practice has no pass mark."""
    quiz = status.quiz
    mark = _("%(mark)d%%") % {"mark": quiz.pass_mark} if quiz.is_final else ""
    left = "" if status.left is None else str(status.left)
    return [
        (_("Questions"), str(questions)),
        (_("Time"), time_words(quiz.minutes, minutes_allowed)),
        (_("Pass mark"), mark),
        (_("Attempts"), attempts_words(quiz.attempts_allowed)),
        (_("Attempts left"), left if status.used else ""),
        (_("Between attempts"), pause_words(quiz.hours_between)),
        (_("Closes"), moment(quiz.closes_at) if quiz.closes_at else ""),
        (_("What is right"), str(quiz.get_feedback_display())),
        (_("Best so far"), best_words(status)),
    ]


def best_words(status: QuizStatus) -> str:
    best = status.best
    return score_words(best.score, best.marks_possible) if best else ""


def practice_words(status: QuizStatus) -> str:
    """How somebody stands to a practice quiz, in a few words."""
    best = best_words(status)
    words = [
        _("Started") if status.open else "",
        _("Best so far: %(score)s") % {"score": best} if best else "",
    ]
    return " · ".join(filter(None, words)) or _("Optional")


def time_words(minutes: int, allowed: int | None) -> str:
    if allowed is None:
        return _("About %(time)s, with no limit") % {"time": duration(minutes)}
    return _("%(time)s for you, from the moment you start") % {"time": duration(allowed)}


def moment(when: datetime.datetime) -> str:
    return date_format(timezone.localtime(when), "j F, H:i")


def pause_words(hours: int) -> str:
    return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours} if hours else ""


def attempts_words(allowed: int | None) -> str:
    return str(allowed) if allowed else _("As many as you need")


def validity_words(months: int | None) -> str:
    if not months:
        return _("Doesn't run out")
    if months % 12 == 0:
        return ngettext("Lasts %(n)d year", "Lasts %(n)d years", months // 12) % {"n": months // 12}
    return ngettext("Lasts %(n)d month", "Lasts %(n)d months", months) % {"n": months}


def hours_words(hours: Decimal | None) -> str:
    """What a learning record counts, where a professional body has said so."""
    return _("%(hours)s hours of learning") % {"hours": floatformat(hours, -2)} if hours else ""


def validity(status: CourseStatus) -> str:
    """How long what somebody passed is valid, and from when they may renew it."""
    certificate = status.certificate
    if certificate is None or certificate.valid_until is None:
        return ""
    days = {
        "end": long_date(certificate.valid_until),
        "first": long_date(renew_from(certificate)),
    }
    if not certificate.is_valid():
        return _("Your certificate ran out on %(end)s. Pass the quiz again to renew it.") % days
    if status.may_renew:
        return _("Certificate valid until %(end)s. Pass the quiz again to renew it.") % days
    return _("Certificate valid until %(end)s. You can renew it from %(first)s.") % days


def certificate_facts(certificate: Certificate) -> list[tuple[str, str]]:
    until = certificate.valid_until
    return [
        (_("Passed on"), long_date(certificate.issued_at)),
        (_("Valid until"), long_date(until) if until else _("It doesn't run out")),
        (_("Number"), certificate.number),
    ]


def certificate_words(certificate: Certificate) -> str:
    """Whether it is valid, in a few words."""
    if certificate.revoked_at:
        return _("Revoked on %(day)s") % {"day": long_date(certificate.revoked_at)}
    if certificate.valid_until is None:
        return _("It doesn't run out")
    day = {"day": long_date(certificate.valid_until)}
    return (_("Valid until %(day)s") if certificate.is_valid() else _("Ran out on %(day)s")) % day


def score_words(score: Decimal | None, total: int) -> str:
    """6 of 10; part marks show: 6.5 of 10."""
    return _("%(score)s of %(total)d") % {"score": floatformat(score or 0, -1), "total": total}


def result_headline(attempt: Attempt) -> str:
    words = score_words(attempt.score, attempt.marks_possible)
    if not attempt.quiz.is_final:
        return _("Practice: %(score)s") % {"score": words}
    if attempt.passed:
        return _("Passed: %(score)s") % {"score": words}
    return _("Not yet: %(score)s") % {"score": words}


def regrade_facts(plan: Plan) -> list[str]:
    """What marking again does, in counts; what is nobody's case is left out, but for passes."""
    counted = len(plan.changes)
    attempts = ngettext("%(n)d attempt", "%(n)d attempts", counted) % {"n": counted}
    marks = ngettext("%(n)d gets other marks", "%(n)d get other marks", plan.remarked)
    passes = ngettext("%(n)d person passes now", "%(n)d people pass now", plan.now_passed)
    facts = [attempts, marks % {"n": plan.remarked}, passes % {"n": plan.now_passed}]
    facts.append(_("nobody loses a pass"))
    if plan.kept:
        text = ngettext(
            "%(n)d keeps a pass that the new marks would not give",
            "%(n)d keep a pass that the new marks would not give",
            plan.kept,
        )
        facts.append(text % {"n": plan.kept})
    if plan.unfit:
        text = ngettext(
            "%(n)d answer is none to the new words and stays as it is",
            "%(n)d answers are none to the new words and stay as they are",
            plan.unfit,
        )
        facts.append(text % {"n": plan.unfit})
    if plan.open:
        text = ngettext(
            "%(n)d attempt under way will be marked like this",
            "%(n)d attempts under way will be marked like this",
            plan.open,
        )
        facts.append(text % {"n": plan.open})
    return facts


def regrade_words(row: RegradedAttempt, order: int) -> str:
    """What a learner reads beside a result that was marked again."""
    when = date_format(timezone.localtime(row.regrade.at), "j F Y")
    text = _("Question %(n)s was marked again on %(when)s: %(why)s") % {
        "n": order,
        "when": when,
        "why": row.regrade.reason,
    }
    if row.passed_after and not row.passed_before:
        return f"{text} {_('You have passed with it.')}"
    if row.marks_after == row.marks_before:
        return f"{text} {_('Your marks stay the same.')}"
    before, after = (floatformat(marks, -2) for marks in (row.marks_before, row.marks_after))
    change = _("You had %(before)s marks for it and have %(after)s now.")
    return f"{text} {change % {'before': before, 'after': after}}"


def revisit_words(lessons: Sequence[object]) -> str:
    """Two short lessons cover what you missed. Empty when there are none."""
    if not lessons:
        return ""
    count = len(lessons)
    return ngettext(
        "%(number)s short lesson covers what you missed.",
        "%(number)s short lessons cover what you missed.",
        count,
    ) % {"number": capfirst(str(apnumber(count)))}


def must_pass_words(missed: int) -> str:
    """Why the marks alone were not enough. Empty when that isn't the reason."""
    if not missed:
        return ""
    return ngettext(
        "%(number)s question that you missed must be right to pass: it keeps somebody safe.",
        "%(number)s questions that you missed must be right to pass: they keep somebody safe.",
        missed,
    ) % {"number": capfirst(str(apnumber(missed)))}


def retry_words(quiz: QuizStatus) -> str:
    """When someone may try again, after a quiz that they did not pass, or practice."""
    if quiz.is_over or quiz.open:
        return ""
    if quiz.left == 0 and not quiz.quiz.is_final:
        return _("You have used all your attempts at this practice quiz.")
    if quiz.left == 0:
        return _(
            "You have used all your attempts. Read the lessons again, and ask the person who "
            "looks after this course for another attempt."
        )
    if quiz.again_at:
        return _("You can try again from %(when)s.") % {"when": moment(quiz.again_at)}
    if quiz.left is None:
        return _("You can try again whenever you are ready.")
    return ngettext(
        "You can try again whenever you are ready. You have %(n)d attempt left.",
        "You can try again whenever you are ready. You have %(n)d attempts left.",
        quiz.left,
    ) % {"n": quiz.left}
