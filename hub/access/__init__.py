"""Who may read what, and who may do what: one rule, one deciding function."""
