"""Which backups were made and proven, where they lie, and which are gone."""
