"""What needs what: names brought into order, circles found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Needs = Mapping[str, list[str]]
"""What each name needs, in the order it says so; all of them are keys."""


def sort(needs: Needs) -> tuple[list[str], list[str]]:
    """Return the names, each after those it needs; and apart those in or behind a circle."""
    waiting = {name: len(needed) for name, needed in needs.items()}
    users: dict[str, list[str]] = {name: [] for name in needs}
    for name, needed in needs.items():
        for one in needed:
            users[one].append(name)
    order = [name for name, needed in needs.items() if not needed]
    for name in order:  # grows while it is read
        for user in users[name]:
            waiting[user] -= 1
            if not waiting[user]:
                order.append(user)
    return order, [name for name, count in waiting.items() if count]


def circles(stuck: Iterable[str], needs: Needs) -> Iterator[list[str]]:
    """Yield each circle among `stuck` once, from its first name on: 甲 needs 乙, 乙 needs 甲."""
    names = {name: at for at, name in enumerate(stuck)}
    seen: set[str] = set()
    for start in names:
        path: list[str] = []
        name = start
        while name not in seen:
            seen.add(name)
            path.append(name)
            name = next(one for one in needs[name] if one in names)
        if name in path:
            circle = path[path.index(name) :]
            first = min(range(len(circle)), key=lambda at: names[circle[at]])
            yield circle[first:] + circle[:first]
