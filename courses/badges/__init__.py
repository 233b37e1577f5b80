"""Certificates as Open Badges 3.0 that other systems can check by themselves."""
