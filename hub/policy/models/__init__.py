from hub.policy.models.policy import PolicyIndexPage, PolicyPage

__all__ = ["PolicyIndexPage", "PolicyPage"]
