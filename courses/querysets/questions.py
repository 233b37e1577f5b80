from typing import Any, Self

from django.db.models import QuerySet

from hub.pages.citations import CitedPage, translation_keys


class QuestionQuerySet(QuerySet[Any]):
    def about(self, lesson_id: int) -> Self:
        return self.filter(lesson_id=lesson_id)

    def in_quiz_of(self, course_id: int) -> Self:
        return self.filter(quizzes__quiz__course_id=course_id).order_by("quizzes__sort_order")

    def ready(self) -> Self:
        """With a version that can be asked, fetched along."""
        return self.filter(current__isnull=False).select_related("current")

    def cited_pages(self) -> list[CitedPage]:
        """What these questions rest on, in their order. Two queries."""
        links = [link["value"] for question in self for link in question.cites.raw_data]
        keys = translation_keys(link["page"] for link in links)
        return [
            CitedPage(keys[link["page"]], note=link.get("note") or "")
            for link in links
            if link["page"] in keys
        ]
