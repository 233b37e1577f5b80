"""Who may use each address. A new address gets its line here before it answers anybody."""

from enum import Enum


class Who(Enum):
    """Whom an address answers; to everybody else it answers as if it did not exist."""

    EVERYONE = "everyone"
    RULE = "whoever the rule of the named thing lets in"
    SIGNED_IN = "people who are signed in, with what is theirs or open to them"
    STAFF = "people whose role says so, signed in with a second factor"
    DEMO = "everyone, on a demonstration only"


# Other people's addresses, by prefix. Ours stand above them in hub/urls.py.
PREFIXES: dict[str, Who] = {
    "accounts/": Who.EVERYONE,  # allauth asks for sign-in where its pages need one
    "cms/": Who.STAFF,
    "documents/": Who.RULE,
    "_util/": Who.EVERYONE,
}

POLICY: dict[str, Who] = {
    "healthz": Who.EVERYONE,
    "readyz": Who.EVERYONE,
    r"^media/(?P<path>.+)$": Who.RULE,
    # Wagtail's pages, each by its own rule.
    r"^((?:[\w\-]+/)*)$": Who.RULE,
}
