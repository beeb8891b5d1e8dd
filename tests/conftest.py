"""How the tests run: the same examples each time, on however slow a machine."""

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")
