"""MicroPython's own builtins, for the modules that put CPython's in front of them."""
# Read before anything stands in front: the assignment makes them names of this module.
isinstance = isinstance
issubclass = issubclass
hasattr = hasattr
getattr = getattr
sorted = sorted
print = print
sum = sum
max = max
min = min
zip = zip
round = round
iter = iter
repr = repr
dir = dir
open = open
