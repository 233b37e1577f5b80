from hub.pages.blocks.body import BodyBlock
from hub.pages.blocks.records import ChangeNoteBlock, LinkBlock, SourceBlock

__all__ = ["BodyBlock", "ChangeNoteBlock", "LinkBlock", "SourceBlock"]
