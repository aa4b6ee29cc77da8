"""`python -m unittest`."""
import sys

from unittest.runner import main

sys.argv[0] = "python -m unittest"
main(module=None)
