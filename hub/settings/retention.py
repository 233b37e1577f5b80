"""How many days each kind of record is kept. Change a number here; the nightly purge obeys it.

The clock of each starts with what its comment says. What isn't listed ends with the account.
"""

RETENTION_DAYS: dict[str, int] = {
    "copies": 7,  # after the copy of somebody's data was made
    "sessions": 1,  # after the sign-in ran out
    "notices": 90,  # after the notice was read
    "unconfirmed": 30,  # after the account was asked for
    "task_results": 14,  # after the work was done
    "cms_drafts": 30,  # after the last change of a form that was never sent
    "audit": 730,  # after the newest record of its sealed segment
    "verification_requests": 365,  # after an approver decided, or the asker took it back
    "join_requests": 365,  # after somebody decided
    "invitations": 30,  # after the invitation ran out
    "conversations": 180,  # after the last message through the directory
    "details_checks": 365,  # after a writer was asked about personal details
    "searches": 90,  # after the day of the search; then counts
    "page_answers": 365,  # after the day of the answer; then counts
    "lesson_remarks": 365,  # after the day on which somebody wrote it
    "support_requests": 730,  # after the last word, unless the team still has to answer
    "shared_examples": 365,  # after the last change; what was never sent goes after a warning
    "reports": 365,  # after a moderator dealt with the report
    "duty_shifts": 365,  # after the shift ended
}
