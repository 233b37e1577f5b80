from hub.approval.cms import addresses

# Importing it registers its parts.
__all__ = ["addresses"]
