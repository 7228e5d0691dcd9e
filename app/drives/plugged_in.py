"""Where the drives are that somebody plugged in."""

from pathlib import Path

from app.drives.mounts import parse_mounts

MOUNTS = Path("/proc/self/mountinfo")
PLUGGED_IN = ("/media", "/run/media", "/mnt")  # where desktops put a stick


def drives() -> list[str]:
    """Where each drive is that is plugged in; one on a network may not answer, and isn't asked."""
    try:
        mounts = parse_mounts(MOUNTS.read_text("utf-8", "surrogateescape"))
    except OSError:
        return []
    return [
        str(mount.point)
        for mount in mounts
        if mount.source.startswith("/dev/")
        and any(mount.point.is_relative_to(place) for place in PLUGGED_IN)
    ]
