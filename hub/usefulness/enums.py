from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    PROBLEM = "problem", _("There is a problem with it")


class Reason(models.TextChoices):
    OLD = "old", _("It is out of date")
    HARD = "hard", _("It is hard to understand")
    ELSEWHERE = "elsewhere", _("It doesn't fit my area or my role")
    LINK = "link", _("A link or a file doesn't work")
    WRONG = "wrong", _("Something is wrong")
    OTHER = "other", _("Something else")
