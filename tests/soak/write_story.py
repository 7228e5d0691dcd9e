"""Takes a story on in a vault, in a process to be watched: FOLDER SEED FIRST COUNT.

A line on standard output for each step that is acknowledged.
"""

import os
import sys
from pathlib import Path
from random import Random

from tests.soak import vaults
from tests.soak.story import Story

folder, seed, first, count = sys.argv[1:]
story = Story(Random(seed))
story.prepare(int(first) + int(count))
with vaults.opened(Path(folder)) as workspace:
    for number, step in enumerate(story.steps[int(first) :], int(first)):
        step.do(workspace)
        os.write(1, b"%d\n" % number)
