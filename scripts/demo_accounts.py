"""Prints where the demonstration answers, and how to sign in there."""

import sys
from pathlib import Path

import yaml
from django.conf import settings

ROOT = Path(__file__).resolve().parents[1]
MAILBOX = "demo/mail/"
STAFF_NOTE = "Staff are asked for a code as well; it is shown, with all mail, at"


def welcome(address: str) -> str:
    """The text, with one line for each account in people.yaml."""
    people = yaml.safe_load((ROOT / "hub/demo/content/people.yaml").read_text())
    accounts = [
        f"  {person['key'] + '@' + people['domain']:<28}{person['job_title']}"
        for person in people["people"]
    ]
    return "\n".join(
        [
            "",
            f"Common Ground is at {address}",
            "",
            f"Demonstration accounts, all with the password {settings.DEMO_PASSWORD}",
            *accounts,
            "",
            f"{STAFF_NOTE} {address}{MAILBOX}",
            "Ctrl-C stops it.",
            "",
        ]
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.stdout.write(welcome(sys.argv[1]) + "\n")
