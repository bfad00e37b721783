"""What the system said, as the reason that a person is told (S2)."""

import errno

from facilitator.ports.storage import NotSaved

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def not_saved(fault: OSError) -> NotSaved:
    """Return why nothing was saved, from what the system said."""
    if fault.errno in _FULL:
        return NotSaved("full")
    return NotSaved("read-only" if fault.errno in _READ_ONLY else "failed")
