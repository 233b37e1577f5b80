from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hub.core import ticks
from hub.notices.sending import send_due_notices
from hub.notices.tasks import enqueue, requeue_stuck
from tests.factories.notices import NoticeFactory

pytestmark = pytest.mark.django_db

IMMEDIATE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def running_since(minutes: int) -> DBTaskResult:
    enqueue(send_due_notices)
    task = DBTaskResult.objects.get(task_path=send_due_notices.module_path)
    task.status = TaskResultStatus.RUNNING
    task.started_at = timezone.now() - timedelta(minutes=minutes)
    task.save()
    return task


def test_a_task_of_a_killed_worker_is_put_back() -> None:
    task = running_since(minutes=20)
    assert requeue_stuck(timezone.now()) == 1
    task.refresh_from_db()
    assert task.status == TaskResultStatus.READY


def test_a_task_that_is_still_running_is_left_alone() -> None:
    running_since(minutes=5)
    assert requeue_stuck(timezone.now()) == 0


def test_the_immediate_backend_waits_for_the_commit(
    settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.TASKS = IMMEDIATE
    notice = NoticeFactory()
    with django_capture_on_commit_callbacks(execute=True):
        enqueue(send_due_notices)
        notice.refresh_from_db()
        assert notice.emailed_at is None
    notice.refresh_from_db()
    assert notice.emailed_at is not None


def test_the_tick_starts_sending_what_waits() -> None:
    NoticeFactory()
    call_command("hub_tick", verbosity=0)
    assert DBTaskResult.objects.filter(task_path=send_due_notices.module_path).exists()


def test_the_tick_starts_nothing_where_nothing_waits() -> None:
    call_command("hub_tick", verbosity=0)
    assert not DBTaskResult.objects.filter(task_path=send_due_notices.module_path).exists()


def test_a_fault_of_one_tick_is_told_and_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(ticks, "_ticks", {})
    ticks.register_tick("first", fail)
    ticks.register_tick("second", lambda: "went well")
    with pytest.raises(CommandError, match="first"):
        call_command("hub_tick")
    assert "second: went well" in capsys.readouterr().out


def test_two_ticks_cannot_share_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ticks, "_ticks", {})
    ticks.register_tick("first", lambda: None)
    with pytest.raises(ValueError, match="first"):
        ticks.register_tick("first", lambda: None)
