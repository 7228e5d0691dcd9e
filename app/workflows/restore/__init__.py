"""Looking into a backup and bringing it back beside what is there; no vault needs to be open."""
