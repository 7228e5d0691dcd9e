"""What a process gives up before it does anything else."""
