"""What more than one verb of `underrose` needs: a way into the vault, words for a refusal."""
