"""What waits on whom, and the screen on which somebody decides."""
