from hub.quality.checks.every import page_findings

__all__ = ["page_findings"]
