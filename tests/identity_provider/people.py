"""Who the agency knows, and what it shares with the hub."""

CLIENT_ID = "the-hub"
CLIENT_SECRET = "between the hub and the agency"
PASSWORD = "at the agency"
# Name at the agency, and the address it tells with whether it has verified it.
PEOPLE = {
    "nadia": ("nadia@ardale.example", True),
    "unsure": ("unsure@ardale.example", False),
    "foreign": ("foreign@elsewhere.example", True),
}
