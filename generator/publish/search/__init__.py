"""The search of the site: what can be found, the index that Pagefind makes of it, and the box and page that ask it."""

from generator.publish.search.box import SEARCH_THEME, Search

__all__ = ["SEARCH_THEME", "Search"]
