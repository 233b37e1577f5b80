"""How far people have read."""

from collections.abc import Collection

from django.db.models import F, Q

from hub.forum.models import Post, ReadPosition


def note_read(*, thread_id: int, person_id: int, number: int) -> int:
    """Moves the position forward, never back. Answers where it was; 0 for a first visit."""
    place = {"thread_id": thread_id, "person_id": person_id}
    position, is_new = ReadPosition.objects.get_or_create(**place, defaults={"number": number})
    if not is_new and position.number < number:
        ReadPosition.objects.filter(pk=position.pk, number__lt=number).update(number=number)
    return 0 if is_new else position.number


def unread_counts(thread_ids: Collection[int], person_id: int) -> dict[int, int]:
    """New visible posts of each thread that the person has opened before. One query."""
    later = Q(thread__read_positions__person=person_id)
    later &= Q(number__gt=F("thread__read_positions__number"))
    counts: dict[int, int] = {}
    found = Post.objects.visible().filter(later, thread__in=thread_ids)
    for thread_id in found.values_list("thread_id", flat=True):
        counts[thread_id] = counts.get(thread_id, 0) + 1
    return counts
