"""Start page, theme pages, health checks and what else stands above every other app."""
