"""People's roles as parts of an English sentence."""

SPOKEN_WITH_A_VOWEL = "AEFHILMNORSX"


def in_a_sentence(role: str) -> str:
    """A job title with its article: "Youth worker" as "a youth worker".

    Words in capitals, such as NHS, keep them and are taken to be spelt out.
    """
    first = role.split(" ", 1)[0]
    if len(first) > 1 and first.isupper():
        return f"{'an' if first[0] in SPOKEN_WITH_A_VOWEL else 'a'} {role}"
    return f"{'an' if first[:1] in 'AEIOUaeiou' else 'a'} {role[:1].lower()}{role[1:]}"
