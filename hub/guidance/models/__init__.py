from hub.guidance.models.guidance import GuidanceIndexPage, GuidancePage
from hub.guidance.models.practice import PracticeIndexPage, PracticePage
from hub.guidance.models.tool import ToolIndexPage, ToolPage

__all__ = [
    "GuidanceIndexPage",
    "GuidancePage",
    "PracticeIndexPage",
    "PracticePage",
    "ToolIndexPage",
    "ToolPage",
]
