from hub.access.enums import Role
from hub.access.readers import Reader


def is_front_line(reader: Reader) -> bool:
    """On the front-line team of the whole hub; of an area alone gives no power here."""
    return reader.has_role(Role.FRONT_LINE)
