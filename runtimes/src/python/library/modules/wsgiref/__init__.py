"""WSGI, as the standard library has it."""
