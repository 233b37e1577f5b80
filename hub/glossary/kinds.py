from django.utils.translation import gettext_lazy as _

from hub.glossary.models import TermPage
from hub.pages.kinds import page_kind

page_kind(TermPage, label=_("Glossary term"), plural=_("Glossary"), icon="book-a", order=90)
