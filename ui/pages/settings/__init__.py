"""Settings: how it looks, who the coach is, and what it is made of."""
