from hub.forum.forms.listing import ThreadFilterForm
from hub.forum.forms.moderation import HideForm, ReportForm
from hub.forum.forms.writing import AskForm, EditForm, EditQuestionForm, ReplyForm

__all__ = [
    "AskForm",
    "EditForm",
    "EditQuestionForm",
    "HideForm",
    "ReplyForm",
    "ReportForm",
    "ThreadFilterForm",
]
