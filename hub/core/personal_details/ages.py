"""How people write an age, as patterns to build on."""

NUMBER_WORDS = (
    r"(?i:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|a hundred(?: and [a-z]{3,5})?)"
)
NUMBER = rf"(?:[1-9]?\d|10\d|{NUMBER_WORDS})"
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
AGED = rf"\b(?:[Aa]ged?|AGED?|age of|[Aa]ge:|age is|aged just|aged only) ?{NUMBER}\b{MANY}"
YO = rf"{NUMBER} ?(?:y/?o|y\.o\.?)\b(?!')"
STATED = rf"(?:{OLD}|{YO}|{AGED})"  # "22 years" alone says how long something lasts
EXPLICIT = rf"(?:{OLD}|{SHORT_OLD}|{AGED})"
BABY = r"\d{1,2}[ -]?(?:weeks?|wks?|months?|mths?|days?)\b"
PERSONS = (
    r"(?:boy|girl|lad|lass|male|female|child|kid|youth|teen(?:ager)?|pupil|student|son|daughter|"
    r"brother|sister|nephew|niece|cousin|client|friend|mate|toddler|baby|person|young person|"
    r"young man|"
    r"young woman|man|woman|resident|tenant|victim|suspect)"
)
# Said of one person with a verb, "he's only 14", "she turned fifteen": the number needs no unit,
# and nothing that is counted may follow it.
SAYS_AGE = (
    r"(?:'?s|'?re| is| was| are| were|'?ll be|'d be| will be| would be| will turn| must be|"
    r"(?:'s| is| was| has| had|'d)?(?: only| just| now| recently| already| nearly){0,3}"
    r" (?:turns|turned|turning)| looks| looked)"
)
ADVERBS = (
    r"(?: (?:only|just|now|still|about|nearly|almost|around|then|barely|already|currently|recently|"
    r"maybe|both|at least|aged?|in fact|actually|probably)){0,3}"
)
# "he's 14 and", "she's 14."; not "she's 2 desks down", "it's 50/50" nor "he's 5 weeks behind".
NOT_COUNTED = (
    r"(?![\w%£/]|[.,:]\d|-\d| [A-Z])(?! ?(?!(?:and|but|so|now|in|on|at|with|who|then|still|"
    r"today|yesterday|tomorrow|this|next|last|when|if|or|because|cos|since|for|from|by|has|had|is|"
    r"was|"
    r"can|could|isnt|hasnt|wont|didnt|wants|needs|doesn|don|lives?|living|says|said|old|yrs?|he|"
    r"she|his|her|they|just|only|though|"
    r"although|soon|also|too|not|going|as|we|i)\b)[a-z])"
)
YEAR_GROUP = r"(?:[Yy](?:(?:ea)?r\.?)? ?(?:[7-9]|1[0-3])\b)"
BIRTH_YEAR = r"(?:19[3-9]\d|20[0-2]\d)"
