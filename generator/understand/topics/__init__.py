"""Topics: what could be one, where the briefings name it, what they are about, and what earns a page."""
