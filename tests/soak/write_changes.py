"""Changes ways in or the key of a vault, in a process to be watched: WHAT FOLDER SEED COUNT KEYS.

Tells on standard output what it is about to do and what is done; ends after so many lines.
"""

import os
import sys
from itertools import islice
from pathlib import Path
from random import Random

from tests.soak.changing import change_key, change_ways, keys_in
from tests.soak.story import Story

what, place, seed, count, line = sys.argv[1:]
folder, keys, story = Path(place), keys_in(line), Story(Random(seed))
work = {
    "ways": lambda: change_ways(folder, keys, None, story, 0),
    "key": lambda: change_key(folder, keys, story, 0),
}[what]
for told in islice(work(), int(count)):
    os.write(1, f"{told}\n".encode())
