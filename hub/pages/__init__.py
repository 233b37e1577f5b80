"""What every page of the knowledge base shares: fields, blocks, citations, lists and media."""
