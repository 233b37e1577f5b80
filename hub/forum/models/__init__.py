from hub.forum.models.anonymity import HiddenAuthor, Unmasking
from hub.forum.models.appeal import Appeal
from hub.forum.models.attachment import Attachment
from hub.forum.models.case import Case
from hub.forum.models.duty import DutyShift, StaffedHours
from hub.forum.models.event import Event
from hub.forum.models.knowledge import GrownPage, Thanks
from hub.forum.models.mention import Mention
from hub.forum.models.moderators import SpaceModerator
from hub.forum.models.news import PostNews
from hub.forum.models.phrase import HeldPhrase
from hub.forum.models.poll import Poll, PollOption, PollVote
from hub.forum.models.post import Post, PostRevision
from hub.forum.models.report import Report
from hub.forum.models.rules import HouseRules
from hub.forum.models.sanction import Sanction
from hub.forum.models.space import Space
from hub.forum.models.taking_part import ReadPosition, Vote
from hub.forum.models.thread import Thread
from hub.forum.models.waiting import Step

__all__ = [
    "Appeal",
    "Attachment",
    "Case",
    "DutyShift",
    "Event",
    "GrownPage",
    "HeldPhrase",
    "HiddenAuthor",
    "HouseRules",
    "Mention",
    "Poll",
    "PollOption",
    "PollVote",
    "Post",
    "PostNews",
    "PostRevision",
    "ReadPosition",
    "Report",
    "Sanction",
    "Space",
    "SpaceModerator",
    "StaffedHours",
    "Step",
    "Thanks",
    "Thread",
    "Unmasking",
    "Vote",
]
