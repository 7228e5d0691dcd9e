"""The `underrose` command: the window by default, and what people automate."""

import sys

from crypto.process.hardening import harden


def main(arguments: list[str] | None = None) -> int:
    """Runs the command that `arguments`, else the process's own, name; returns its exit code."""
    harden()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in ([], ["--verbose"]):
        # a window should come soon, without what the other commands need
        from app.command_line.open_window import open_window

        return open_window(verbose=bool(given))
    # and they without what a window needs
    from app.command_line.parser import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
