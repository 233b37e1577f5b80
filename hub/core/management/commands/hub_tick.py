from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.core.ticks import run_tick, ticks


class Command(BaseCommand):
    help = "Starts scheduled work. Run it every minute; it is safe to run at any time."

    def handle(self, *_args: Any, **_options: Any) -> None:
        failed = []
        for tick in ticks():
            succeeded, said = run_tick(tick)
            self.stdout.write(f"{tick.name}: {said}")
            if not succeeded:
                failed.append(tick.name)
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}")
