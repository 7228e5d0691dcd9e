"""Everything that a person can do, declared once and reached by menu, key and palette."""
