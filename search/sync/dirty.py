"""What a transaction has touched and search must look at again."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Dirty:
    """Ids only: by the time rows are written, trees have moved and objects in hand are stale."""

    things: set[tuple[str, int]] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    # The page and everything below it, aliases of those included.
    trees: set[int] = field(default_factory=set)
    # The same, where only who may read has changed.
    tree_rules: set[int] = field(default_factory=set)
    every_page: bool = False

    def __bool__(self) -> bool:
        return bool(self.things or self.pages or self.trees or self.tree_rules or self.every_page)

    def add(self, other: "Dirty") -> None:
        self.things |= other.things
        self.pages |= other.pages
        self.trees |= other.trees
        self.tree_rules |= other.tree_rules
        self.every_page = self.every_page or other.every_page

    @property
    def concerns_pages(self) -> bool:
        return bool(self.pages or self.trees or self.tree_rules or self.every_page)
