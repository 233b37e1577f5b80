"""What a course still lacks before learners should meet it."""
