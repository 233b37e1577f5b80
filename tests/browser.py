"""What a browser journey must never cause, whatever it is about."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

WITHOUT_HOST = ("data", "blob", "about")


class Watcher:
    """Collects console errors, broken resources, and requests to any other host than the site's."""

    def __init__(self, site: str) -> None:
        self.host = urlsplit(site).netloc
        self.complaints: list[str] = []

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page the context opens, popups too."""
        context.on("request", self.on_request)
        context.on("response", self.on_response)
        context.on("console", self.on_console)
        context.on("weberror", self.on_error)

    def on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in WITHOUT_HOST and address.netloc != self.host:
            self.complaints.append(f"request to another host: {request.url}")

    def on_response(self, response: Response) -> None:
        """The journey judges the pages it opens; what they load, and any fault, is judged here."""
        opened_page = response.request.resource_type == "document"
        if response.status >= 500 or (response.status >= 400 and not opened_page):
            self.complaints.append(f"{response.status} for {response.url}")

    def on_console(self, message: ConsoleMessage) -> None:
        judged_by_status = message.text.startswith("Failed to load resource")
        if message.type == "error" and not judged_by_status:
            self.complaints.append(f"console: {message.text}")

    def on_error(self, error: WebError) -> None:
        self.complaints.append(f"script: {error.error}")
