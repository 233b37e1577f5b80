"""Loads the demonstration content, one module for each kind of content.

Everything is found again by its fact id, so that a second run adds only what is missing and
leaves alone what a person has edited.
"""
