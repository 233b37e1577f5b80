import socket

import pytest

from hub.weblinks.guard import NotAllowedError, target_of

NEAR = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://224.0.0.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
]
NO_WEBSITE = [
    "ftp://93.184.216.34/",
    "file:///etc/passwd",
    "gopher://93.184.216.34/",
    "http:///there",
    "http://",
    "//93.184.216.34/",
    "http://me@93.184.216.34/",
    "http://me:secret@93.184.216.34/",
    "http://93.184.216.34:22/",
    "http://93.184.216.34:9200/",
    "http://93.184.216.34:many/",
    "http://[::1/",
    "http://\ud800/",
    "http://" + "a" * 70 + ".example/",
]


@pytest.mark.parametrize("url", NEAR)
def test_what_stands_near_the_hub_is_not_asked(url: str) -> None:
    with pytest.raises(NotAllowedError, match="not a public address"):
        target_of(url)


@pytest.mark.parametrize("url", NO_WEBSITE)
def test_what_is_no_website_is_not_asked(url: str) -> None:
    with pytest.raises(NotAllowedError):
        target_of(url)


@pytest.mark.parametrize("url", ["http://93.184.216.34/a?b=c#d", "https://[2606:4700::1111]/a?b=c"])
def test_a_public_website_is(url: str) -> None:
    assert target_of(url).path == "/a?b=c"


def test_a_host_with_one_address_near_the_hub_is_not_asked(monkeypatch) -> None:
    found = [(0, 0, 0, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(NotAllowedError):
        target_of("http://two.example/")
