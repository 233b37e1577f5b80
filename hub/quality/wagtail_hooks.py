from hub.quality.cms import addresses

# Importing it registers its parts.
__all__ = ["addresses"]
