from hub.files import cms

# Importing it registers its parts.
__all__ = ["cms"]
