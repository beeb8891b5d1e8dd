"""Dates as people write them, and what is doubtful about them."""
