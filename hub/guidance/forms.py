from typing import Any

from hub.access.pages import rule_of_page
from hub.pages.forms import HubPageForm, fits, wider_message


class ToolPageForm(HubPageForm):
    """Refuses to publish a closed tool whose document anyone could fetch."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        document = cleaned.get("document")
        if self.leads_to_readers and document is not None:
            wanted = rule_of_page(self.instance if self.instance.pk else self.parent_page)
            if not fits(document, wanted):
                self.add_error("document", wider_message([str(document)]))
        return cleaned
