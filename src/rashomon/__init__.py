"""Every account of an event, side by side."""
