from hub.glossary.models.term import GlossaryIndexPage, TermPage

__all__ = ["GlossaryIndexPage", "TermPage"]
