"""The lock screen: the vault's name, and the way in that this vault has."""
