"""Web pages: a tree as pieces, which of them are the article, and what the page states about itself."""
