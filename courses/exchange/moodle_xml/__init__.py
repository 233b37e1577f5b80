"""Moodle XML: one `question` element each, in a `quiz`."""
