from hub.sharing.forms.answering import AnswerForm
from hub.sharing.forms.files import DocumentForm, PictureForm
from hub.sharing.forms.reviewing import ReviewForm

__all__ = ["AnswerForm", "DocumentForm", "PictureForm", "ReviewForm"]
