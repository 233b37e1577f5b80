from django.contrib.auth.models import Group
from django.db import models


class GroupToken(models.Model):
    """Says which token a CMS group stands for, so that privacy settings become clauses.

    A group without a row stands for `group:<id>`.
    """

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="access_token")
    token = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return f"{self.group} = {self.token}"
