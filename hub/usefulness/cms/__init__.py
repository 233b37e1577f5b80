"""The board: what readers say of the pages that somebody may change."""
