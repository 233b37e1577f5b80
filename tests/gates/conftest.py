import pytest


@pytest.fixture(scope="session")
def seen() -> dict[str, object]:
    """What was looked at stays for the other tests that judge it: looking takes the time."""
    return {}
