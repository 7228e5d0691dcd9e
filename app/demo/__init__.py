"""A made-up practice of any size, to look around in and to measure with."""
