"""What both of Moodle's formats say of a question, and how our types stand in them."""
