"""What somebody wanted is no longer so: another window, or another person, was quicker."""


class Overtaken(Exception):
    """Nothing was written. The message says to the person what happened meanwhile."""
