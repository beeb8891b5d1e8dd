"""What stands around a text and speaks of it: headline, dateline, byline, source."""
