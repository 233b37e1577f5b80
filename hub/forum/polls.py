"""What a reader sees of a poll: the answers to choose from, or how many chose each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from hub.access.readers import Reader
from hub.forum.forms.starting import ChoiceInPollForm
from hub.forum.models import Poll, PollVote, Thread


@dataclass(frozen=True, slots=True)
class Counted:
    text: str
    votes: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class ShownPoll:
    """No results before the reader has voted, as long as it is open; never who voted."""

    poll: Poll
    results: Sequence[Counted]
    voters: int
    form: ChoiceInPollForm | None

    @property
    def has_voted(self) -> bool:
        return any(result.is_own for result in self.results)


def shown_poll(thread: Thread, reader: Reader) -> ShownPoll | None:
    """None where the thread has no poll. Up to four queries where it has one."""
    poll = Poll.objects.filter(thread=thread).first()
    if poll is None:
        return None
    votes = PollVote.objects.filter(option__poll=poll)
    own = set(votes.filter(person=reader.user_id).values_list("option_id", flat=True))
    may_vote = reader.is_signed_in and not poll.is_closed
    form = ChoiceInPollForm(poll) if may_vote else None
    if not own and not poll.is_closed:
        return ShownPoll(poll, (), 0, form)
    counted = poll.options.annotate(n=Count("votes")).order_by("number")
    results = [Counted(option.text, option.n, option.pk in own) for option in counted]
    return ShownPoll(poll, results, votes.values("person").distinct().count(), form)
