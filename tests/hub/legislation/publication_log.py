"""Pages of the publication log, as legislation.gov.uk writes them."""

from tests.factories.clml import ITEM, SITE

NAMES = (
    'xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:openSearch="http://a9.com/-/spec/opensearch/1.1/" '
    'xmlns:leg="http://www.legislation.gov.uk/namespaces/legislation" '
    'xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" '
    'xmlns:pbl="http://www.legislation.gov.uk/namespaces/publication-log"'
)


def entry(
    url: str,
    *,
    item: str = ITEM,
    kind: str = "legislation",
    event: str = "published",
    form: str = "xml",
    direction: str = "",
) -> str:
    what = f"<pbl:Item_{event.title()}>{url}</pbl:Item_{event.title()}>" if url else ""
    return (
        f"<entry><id>{url or item}/{event}/2026-09-24T23:58:06.367117+01:00</id>"
        f"<dc:identifier>{SITE}/id/{item}</dc:identifier><title>Made Up Act 2021</title>"
        "<author><name>editorial.legislation.gov.uk</name></author>"
        "<updated>2026-09-24T23:58:06.367117+01:00</updated>"
        f'<ukm:Year Value="2021"/><pbl:ContentType>{kind}</pbl:ContentType>'
        f"<pbl:Event>{event}</pbl:Event><pbl:Direction>{direction}</pbl:Direction>{what}"
        f"<pbl:Format>{form}</pbl:Format><dc:language>en</dc:language></entry>"
    )


def publication_log(*urls: str, item: str = ITEM, entries: str = "") -> str:
    published = "".join(entry(url, item=item) for url in urls)
    return (
        f'<?xml version="1.0" encoding="utf-8"?><feed {NAMES}><id>{SITE}/update/data.feed</id>'
        f'<link rel="next" type="application/atom+xml" href="{SITE}/update/data.feed?page=2"/>'
        "<title>Publication Log</title><updated>2026-09-24T23:58:08.541133+01:00</updated>"
        f"<openSearch:totalResults>1</openSearch:totalResults>{published}{entries}</feed>"
    )
