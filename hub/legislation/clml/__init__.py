"""The format in which legislation.gov.uk publishes law: files in, plain values out, no database."""
