"""Whom to ask: dedicated leads by area, practitioners who chose to be listed, and messages."""
