"""The window process's end of the supervisor's verbs."""
