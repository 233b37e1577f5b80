from hub.forum.forms.growing import GrowForm, PracticeForm, TermForm
from hub.forum.forms.listing import ThreadFilterForm
from hub.forum.forms.moderation import (
    AnswerAppealForm,
    AppealForm,
    DecideForm,
    HideForm,
    ReportForm,
)
from hub.forum.forms.naming import PeopleForm
from hub.forum.forms.sanctions import SanctionForm
from hub.forum.forms.unmasking import ReviewForm, UnmaskForm
from hub.forum.forms.writing import (
    AskForm,
    EditForm,
    EditQuestionForm,
    EditStartForm,
    ReplyForm,
    first_reply,
)

__all__ = [
    "AnswerAppealForm",
    "AppealForm",
    "AskForm",
    "DecideForm",
    "EditForm",
    "EditQuestionForm",
    "EditStartForm",
    "GrowForm",
    "HideForm",
    "PeopleForm",
    "PracticeForm",
    "ReplyForm",
    "ReportForm",
    "ReviewForm",
    "SanctionForm",
    "TermForm",
    "ThreadFilterForm",
    "UnmaskForm",
    "first_reply",
]
