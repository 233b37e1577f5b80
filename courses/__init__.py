"""Courses, quizzes and certificates: learn it, prove it, come back to what you missed."""
