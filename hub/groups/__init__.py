"""Working groups: who is in them and how people come in, stay and leave."""
