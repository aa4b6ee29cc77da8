"""Doing things at the same time."""
