"""From a damaged vault into a new one: what can be read is saved, and what can't is named."""
