"""Which domains must never verify anybody by themselves, however well an address is confirmed.

A list can't be complete. It backs up the person who marks a domain, who must know whose it is.
"""

# Under these anyone may have a name registered, so none of them is one organisation's.
PUBLIC_SUFFIXES = frozenset(
    [
        "ac.uk",
        "co.uk",
        "gov.uk",
        "ltd.uk",
        "me.uk",
        "mod.uk",
        "net.uk",
        "nhs.uk",
        "org.uk",
        "plc.uk",
        "police.uk",
        "sch.uk",
        "pnn.police.uk",
        "gov.scot",
        "gov.wales",
        "llyw.cymru",
        "nhs.scot",
        "nhs.wales",
        "cymru.nhs.uk",
        "wales.nhs.uk",
        "scot.nhs.uk",
        "uk.com",
        "gb.net",
        "eu.org",
        "co.im",
        "gov.im",
        "com.gi",
        "gov.gi",
    ]
)
# Whoever wants an address at these gets one, or one domain serves many organisations. NHSmail
# (nhs.net) and secure mail for justice (cjsm.net) are for professionals, but an address there
# doesn't say of which trust or service, and charities and pharmacies have them too: an approver
# decides. So it is with hosts that lend a name to any customer (onmicrosoft.com).
SHARED = frozenset(
    [
        "aol.com",
        "btconnect.com",
        "btinternet.com",
        "cjsm.net",
        "duck.com",
        "fastmail.com",
        "fsmail.net",
        "gmail.com",
        "gmx.co.uk",
        "gmx.com",
        "googlemail.com",
        "hey.com",
        "hotmail.co.uk",
        "hotmail.com",
        "icloud.com",
        "live.co.uk",
        "live.com",
        "mac.com",
        "mail.com",
        "mailinator.com",
        "me.com",
        "msn.com",
        "nhs.net",
        "ntlworld.com",
        "onmicrosoft.com",
        "outlook.co.uk",
        "outlook.com",
        "plus.com",
        "pm.me",
        "proton.me",
        "protonmail.com",
        "rocketmail.com",
        "sky.com",
        "talktalk.net",
        "tiscali.co.uk",
        "tuta.com",
        "tutanota.com",
        "virgin.net",
        "virginmedia.com",
        "yahoo.co.uk",
        "yahoo.com",
        "yandex.com",
        "ymail.com",
        "zoho.com",
    ]
)
# Pupils and students hold addresses here. Hwb (Wales), Glow (Scotland), C2k (Northern Ireland) and
# LGfL (London) give one to every child.
EDUCATION = frozenset(
    [
        "ac.uk",
        "sch.uk",
        "edu",
        "ac.im",
        "sch.im",
        "academy",
        "college",
        "education",
        "school",
        "university",
        "c2ken.net",
        "c2kni.net",
        "glow.scot",
        "glowmail.org.uk",
        "glowscotland.org.uk",
        "hwbcymru.net",
        "lgfl.net",
        "lgflmail.org",
    ]
)
# The Department for Education is at education.gov.uk, so that word says it as a last part only.
# Parts of a name that say that learners have addresses there, such as students.college.org.uk.
EDUCATION_LABELS = frozenset(
    [
        "academies",
        "academy",
        "alumni",
        "edu",
        "learner",
        "learners",
        "pupil",
        "pupils",
        "school",
        "schools",
        "sixthform",
        "stu",
        "student",
        "students",
    ]
)
# Agency types whose organisations have learners.
EDUCATION_AGENCIES = frozenset({"schools"})


def is_under(domain: str, suffixes: frozenset[str]) -> bool:
    """Whether the domain is one of these or lies below one."""
    labels = domain.split(".")
    return any(".".join(labels[start:]) in suffixes for start in range(len(labels)))


def is_education(domain: str) -> bool:
    return is_under(domain, EDUCATION) or not EDUCATION_LABELS.isdisjoint(domain.split("."))


def is_shared(domain: str) -> bool:
    return is_under(domain, SHARED)
