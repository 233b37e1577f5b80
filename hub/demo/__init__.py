"""The demonstration: fictional people, and content written from sourced facts."""
