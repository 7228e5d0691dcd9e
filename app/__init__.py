"""What a coach does: records, rules, storage and use cases. Knows nothing of Qt."""
