"""Text out of HTML."""

from bs4 import BeautifulSoup


def plain_text(html: str) -> str:
    """The words of a fragment, tags gone, white space folded; script and style are dropped."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup(["script", "style"]):
        element.decompose()
    return " ".join(soup.get_text(" ").split())
