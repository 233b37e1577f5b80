import pytest

from hub.users.templatetags.browsers import browser

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko)"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"


@pytest.mark.parametrize(
    ("user_agent", "shown"),
    [
        (f"{WINDOWS} Chrome/126.0 Safari/537.36", "Chrome on Windows"),
        (f"{WINDOWS} Chrome/126.0 Safari/537.36 Edg/126.0", "Edge on Windows"),
        (f"{MAC} Version/17.5 Safari/605.1.15", "Safari on Mac"),
        (f"{PHONE} CriOS/126.0 Mobile/15E148 Safari/604.1", "Chrome on iPhone"),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
            "Firefox on Linux",
        ),
        ("curl/8.5", "Unknown browser"),
        ("", "Unknown browser"),
    ],
)
def test_a_user_agent_becomes_a_name_that_people_know(user_agent: str, shown: str) -> None:
    assert browser(user_agent) == shown
