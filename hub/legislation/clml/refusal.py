class Refused(Exception):
    """Why a file isn't taken, in a sentence for whoever chose it."""
