import pytest

from hub.core.html import plain_text


@pytest.mark.parametrize(
    "section", ["<![x[>", "<![CDATA[>", "<![if IE]>", "<![", "<![x[ and no end", "<![]]>"]
)
def test_a_marked_section_is_no_text_and_breaks_nothing(section: str) -> None:
    assert plain_text(f"<p>Before</p>{section}") == "Before"
    assert plain_text(f"<p>Before</p>{section}<p>After</p>").startswith("Before")
