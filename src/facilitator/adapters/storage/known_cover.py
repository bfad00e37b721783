"""How a file lies on the disk of which the group's head knows the right version (S9)."""

from facilitator.adapters.storage.codec import Unreadable
from facilitator.adapters.storage.cover import Cover
from facilitator.adapters.storage.group_head import GroupHead
from facilitator.adapters.storage.versions import version_in


def known_cover(cover: Cover, head: GroupHead, name: str) -> Cover:
    """Return the cover of a sealed file, with its version told to the head and asked of it."""
    last = dict[str, str]()

    def closed(body: bytes) -> bytes:
        raw = cover.closed(body)
        last[name] = version_in(raw)
        head.will_be(last)
        return raw

    def opened(raw: bytes) -> bytes:
        if not head.is_right(name, version_in(raw)):
            raise Unreadable(name)
        return cover.opened(raw)

    return Cover(closed, opened, lambda: head.is_so(last))
