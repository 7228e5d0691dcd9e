"""The main job driven by itself: a mode of the window process."""
