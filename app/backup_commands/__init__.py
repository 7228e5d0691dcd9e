"""`underrose backup` and `underrose restore`: a vault saved and brought back, without a window."""
