"""Who the coach is: the practice that stands on every paper."""
