from wagtail.snippets.models import register_snippet

from hub.forum.cms import ForumGroup

register_snippet(ForumGroup)
