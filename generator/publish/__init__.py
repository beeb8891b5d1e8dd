"""The MkDocs plugin, and the site that MkDocs builds with it."""
