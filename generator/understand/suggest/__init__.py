"""What an editor might put into `topics.yml`: names that may be one topic, and topics that look like none."""

from generator.understand.suggest.suggest import suggest

__all__ = ["suggest"]
