"""GIFT, a text that people write by hand: one question in each paragraph, answers in braces."""
