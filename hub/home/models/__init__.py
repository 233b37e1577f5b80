from hub.home.models.home_page import HomePage
from hub.home.models.information_page import InformationPage
from hub.home.models.theme_page import ThemeIndexPage, ThemePage

__all__ = ["HomePage", "InformationPage", "ThemeIndexPage", "ThemePage"]
