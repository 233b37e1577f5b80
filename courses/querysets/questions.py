from typing import Any, Self

from django.apps import apps
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from wagtail.query import PageQuerySet

from courses.enums import QuizKind
from hub.access.pages import readable_or_draft
from hub.access.readers import Reader
from hub.pages.citations import CitedPage, translation_keys

# Of what somebody types to find a question.
MOST_WORDS = 8


class QuizQuerySet(QuerySet[Any]):
    def readable_by(self, reader: Reader) -> Self:
        """Quizzes of courses that are open to this reader, drafts included."""
        return self.filter(course__in=readable_or_draft(pages("CoursePage"), reader))

    def final(self) -> Self:
        return self.filter(kind=QuizKind.FINAL)

    def practice(self) -> Self:
        return self.filter(kind=QuizKind.FORMATIVE)

    def final_first(self) -> Self:
        practice = Case(When(kind=QuizKind.FINAL, then=0), default=1)
        return self.order_by(practice, "title", "pk")

    def knowing_whether_they_wait(self) -> Self:
        """With `waits`: whether another course comes before."""
        rows = apps.get_model("courses", "Prerequisite").objects.filter(course=OuterRef("course"))
        return self.annotate(waits=Exists(rows))


class QuestionQuerySet(QuerySet[Any]):
    def readable_by(self, reader: Reader) -> Self:
        """Asked where it is open to the reader; nowhere yet, as open as its lesson."""
        lessons = readable_or_draft(pages("LessonPage"), reader)
        courses = readable_or_draft(pages("CoursePage"), reader)
        asked = Q(quizzes__quiz__course__in=courses) | Q(checked_in__lesson__in=lessons)
        unasked = Q(quizzes=None, checked_in=None) & (Q(lesson=None) | Q(lesson__in=lessons))
        return self.filter(asked | unasked).distinct()

    def saying(self, words: str) -> Self:
        """Each word stands in the question as it is asked now, or in one of its tags."""
        found = self
        for word in words.split()[:MOST_WORDS]:
            here = Q(current__stem__icontains=word) | Q(tags__name__icontains=word)
            found = found.filter(here)
        return found.distinct()

    def secret(self) -> Self:
        """Of which no lesson tells what is right."""
        return self.filter(checked_in=None)

    def about_any(self, lessons: PageQuerySet) -> Self:
        """About one of these lessons, or about none at all."""
        return self.filter(Q(lesson=None) | Q(lesson__in=lessons))

    def tagged(self, tag_id: int) -> Self:
        return self.filter(tagged_items__tag_id=tag_id)

    def about(self, lesson_id: int) -> Self:
        return self.filter(lesson_id=lesson_id)

    def in_quiz(self, quiz_id: int) -> Self:
        """In the order of the quiz."""
        return self.filter(quizzes__quiz_id=quiz_id).order_by("quizzes__sort_order")

    def in_quizzes_of(self, course_id: int) -> Self:
        """Of the final quiz and of those for practice; one that several ask comes several times."""
        asked = self.filter(quizzes__quiz__course_id=course_id)
        return asked.order_by("quizzes__quiz", "quizzes__sort_order")

    def ready(self) -> Self:
        """With a version that can be asked, fetched along."""
        return self.filter(current__isnull=False, suspended_on=None).select_related("current")

    def cited_pages(self) -> list[CitedPage]:
        """What these questions rest on, in their order. Two queries."""
        links = [link["value"] for question in self for link in question.cites.raw_data]
        keys = translation_keys(link["page"] for link in links)
        return [
            CitedPage(keys[link["page"]], note=link.get("note") or "")
            for link in links
            if link["page"] in keys
        ]


def pages(name: str) -> PageQuerySet:
    """Pages of a type of this app; its models know this module, not the other way round."""
    found: PageQuerySet = apps.get_model("courses", name).objects.all()
    return found
