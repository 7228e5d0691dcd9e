"""Small widgets that every page shares, one a file."""
