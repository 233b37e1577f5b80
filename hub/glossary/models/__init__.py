from hub.glossary.models.term import GlossaryIndexPage, TermPage
from hub.glossary.models.word import OtherWord

__all__ = ["GlossaryIndexPage", "OtherWord", "TermPage"]
