from hub.quality.sweeping import look_over


def check_pages() -> str:
    return f"{look_over()} pages looked over"
