from hub.weblinks import cms

# Importing it registers its parts.
__all__ = ["cms"]
