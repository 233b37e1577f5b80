"""How people write a day, as patterns to build on."""

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
ORDINAL = (
    r"(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
    r"nineteenth|"
    r"twentieth|thirtieth)"
)
DAY = rf"(?:[0-3]?\d ?(?:st|nd|rd|th)?|{ORDINAL})"
YEAR = r"'?(?:(?:19|20)\d\d|\d\d)"
GAP = r"[ ,./-]{1,3}"
WRITTEN = rf"{DAY}(?:{GAP}of)?(?:{GAP}|){MONTH}(?:{GAP}(?:of )?{YEAR}|(?:19|20)\d\d)?(?!\d)"
AMERICAN = rf"{MONTH}{GAP}(?:the )?[0-3]?\d ?(?:st|nd|rd|th)?(?:{GAP}{YEAR})?(?!\d)"
ISO = r"(?:19|20)\d\d[./ -][01]?\d[./ -][0-3]?\d(?!\d)"
FIGURES = (
    r"(?:[0-3]?\d ?[./\\ -] ?[0-3]?\d ?[./\\ -] ?'?(?:(?:19|20)\d\d|\d\d)"
    r"|[0-3]?\d[:|][01]?\d[:|](?:19|20)\d\d)(?!\d)"
)
RUN = r"(?:[0-3]\d[01]\d(?:19|20)?\d\d|(?:19|20)\d\d[01]\d[0-3]\d)(?!\d)"
DATE = rf"(?<!\d)(?:{ISO}|{FIGURES}|{WRITTEN}|{AMERICAN})"
FULL_DATE = re.compile(DATE, re.IGNORECASE)
