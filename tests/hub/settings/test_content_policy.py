"""What an evaluator of content policies says of ours."""

import json
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from hub.core.middleware import policy_text
from tests.services import require_node, require_node_package

SCRIPT = Path(__file__).with_name("evaluate_policy.cjs")
PUBLIC = policy_text(settings.SECURE_CSP)
# Weak where a host serves other people's scripts. Ours serves uploads as what they are: a script
# is no kind that may be uploaded, and `nosniff` holds browsers to it (see hub/pages/test_media.py).
KNOWN = {"script-src 'self'"}


def remarks(policy: str) -> dict[str, str]:
    """What the evaluator finds weak, with how bad it is."""
    require_node_package("csp_evaluator")
    done = subprocess.run(  # noqa: S603 our own command
        [require_node(), str(SCRIPT), policy], capture_output=True, text=True, check=True
    )
    return {found["about"]: found["severity"] for found in json.loads(done.stdout)}


def test_the_evaluator_finds_no_weakness_in_the_policy_of_public_pages() -> None:
    assert set(remarks(PUBLIC)) - KNOWN == set()


def test_the_policy_of_public_pages_has_no_unsafe_word() -> None:
    assert "unsafe-" not in PUBLIC


@pytest.mark.parametrize(
    ("weak", "about"),
    [
        ({"script-src": ["'self'", "'unsafe-inline'"]}, "script-src 'unsafe-inline'"),
        ({"script-src": ["'self'", "'unsafe-eval'"]}, "script-src 'unsafe-eval'"),
        ({"script-src": ["'self'", "https:"]}, "script-src https:"),
        ({"object-src": ["*"]}, "object-src *"),
        ({"base-uri": ["*"]}, "base-uri *"),
    ],
)
def test_the_evaluator_finds_what_is_weak(weak: dict[str, list[str]], about: str) -> None:
    assert about in remarks(policy_text({**settings.SECURE_CSP, **weak}))
