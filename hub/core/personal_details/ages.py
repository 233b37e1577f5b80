"""How people write an age, as patterns to build on."""

NUMBER_WORDS = (
    r"(?i:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
NUMBER = rf"(?:[1-9]?\d|{NUMBER_WORDS})"
# "14-year-old", "aged fourteen", "14yo", "14 yrs"; "16-year-olds", "aged 10 to 17" and "aged 14 or
# over" are about many.
MANY = (
    r"(?![- ]?(?:\d|olds\b|to\b|or\b|and (?:over|above|under|up)|plus\b|weeks?|months?)"
    r"|\+|[.,]\d| ?- ?\d)"
)
OLD = rf"{NUMBER}[ -]?(?:years?|yrs?|yr)[ -]?(?:old|of[ -]age)(?![ -]?s\b|s\b)"
SHORT_OLD = (
    rf"{NUMBER} ?(?:y/?o|y\.o\.?|yrs?|years)\b"
    r"(?!'| (?:ago|later|of|in|on|and|since|before|after|for|now|sentence))"
)
AGED = rf"\b(?:aged?|age of|age:|age is|aged just|aged only) ?{NUMBER}\b{MANY}"
EXPLICIT = rf"(?:{OLD}|{SHORT_OLD}|{AGED})"
PERSONS = (
    r"(?:boy|girl|lad|lass|male|female|child|kid|youth|teen(?:ager)?|pupil|student|son|daughter|"
    r"brother|sister|nephew|niece|cousin|client|friend|mate|person|young person|young man|"
    r"young woman|man|woman|resident|tenant|victim|suspect)"
)
