"""Runs the supervisor for a test, with puppets for windows: STRINGS FOLDER LEAVE BEAT START."""

import os
import sys
from pathlib import Path

from app.process.door import Door
from app.process.events import listen
from app.process.window import Patience
from app.supervisor import Supervisor

strings, folder, *patience = sys.argv[1:]
listen(verbose=True)
puppet = [sys.executable, str(Path(__file__).with_name("puppet_window.py")), strings]
leave, beat, start = map(float, patience)
supervisor = Supervisor(puppet, dict(os.environ), Door(folder), Patience(leave, beat, start))
sys.exit(supervisor.run())
