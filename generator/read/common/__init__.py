"""What the readers of several formats share: bytes to text, trees, runs of text, archives, properties."""
