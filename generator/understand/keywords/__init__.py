"""Keywords: an engine proposes phrases, we make whole names of their parts, and the collection ranks them."""
