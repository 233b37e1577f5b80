from wagtail.snippets.models import register_snippet

from hub.access.cms_addresses import name_in_cms
from hub.forum.cms import SPACES, ForumGroup

register_snippet(ForumGroup)
name_in_cms(SPACES)
