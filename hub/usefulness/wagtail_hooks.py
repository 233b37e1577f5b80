from hub.usefulness.cms import addresses

# Importing it registers its parts.
__all__ = ["addresses"]
