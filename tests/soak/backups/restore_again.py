"""Restores a backup once, in a process to be watched: FILE WORDS HOME, the words in a file."""

import os
import sys
from pathlib import Path

from tests.soak.backups.restoring import Restoring

file, words, home = (Path(each) for each in sys.argv[1:])
Restoring(file, words.read_text("ascii").split(), home).once(0)
os.write(1, b"done\n")
