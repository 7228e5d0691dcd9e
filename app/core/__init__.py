"""Ground floor of `app`: ids, time, what a write touched, and the family of refusals."""
