"""After unlocking, a vault that is not as it was left: what is so, and what can be done."""
