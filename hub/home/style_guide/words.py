"""Sample texts. They are there to be looked at, not translated."""

SHORT = "Making a referral that gets an answer"
SENTENCE = "The right route, how fast to expect an answer, and what to say about consent."
LONG = (
    "When a child placed by another authority goes missing, is found with drugs far from home "
    "and asks nobody to tell the people who look after them"
)
WORD = "Multiagencyinformationsharingagreementtemplatewithoutanyhyphensatall"
META = ["England and Wales", "updated 4 November 2026", "6 minutes to read"]
