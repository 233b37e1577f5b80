from django.db import transaction

from hub.forum.authorship import own_among
from hub.forum.models import Post, Vote
from hub.users.models import User


@transaction.atomic
def vote(*, post: Post, person: User) -> Post:
    """Counts a person once for a post. Raises ValueError for their own."""
    if own_among([post], person.pk):
        raise ValueError("Nobody votes for what they wrote.")
    held = Post.objects.select_for_update().get(pk=post.pk)
    Vote.objects.get_or_create(post=held, person=person)
    return count_votes(held)


@transaction.atomic
def take_vote_back(*, post: Post, person: User) -> Post:
    held = Post.objects.select_for_update().get(pk=post.pk)
    Vote.objects.filter(post=held, person=person).delete()
    return count_votes(held)


def count_votes(post: Post) -> Post:
    post.vote_count = post.votes.count()
    post.save(update_fields=["vote_count"])
    return post
