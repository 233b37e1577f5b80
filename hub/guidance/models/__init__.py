from hub.guidance.models.guidance import GuidanceIndexPage, GuidancePage
from hub.guidance.models.practice import PracticeIndexPage, PracticePage

__all__ = ["GuidanceIndexPage", "GuidancePage", "PracticeIndexPage", "PracticePage"]
