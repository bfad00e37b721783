"""A writer to be watched or broken from outside: STORE FOLDER CHANGES."""

import os
import sys
from pathlib import Path

from scripts.bench_faults_full import go_on, kept, worse
from scripts.bench_faults_judge import Verdict, judged
from scripts.bench_faults_stores import STORES

AGAIN = 3


def tell(*words: object) -> None:
    """Say a line by a call that nobody breaks."""
    os.writev(1, [" ".join(map(str, words)).encode() + b"\n"])


def main() -> None:
    """Keep changes, each again after a fault as a person would; tell what came of it."""
    name, folder, changes = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    opened, read = STORES[name]
    refused, number, worst = 0, 0, Verdict(0)
    store = None
    while store is None and refused < AGAIN:
        try:
            store = opened(folder, 0)
        except Exception:  # noqa: BLE001  each store has its own
            refused += 1
    tell("told", 0)
    while store is not None and number < changes and refused < AGAIN:
        if kept(store, number):
            number += 1
            tell("told", number)
        else:
            refused += 1
            worst = worse(worst, judged(read, folder, number))
    if store is not None and refused:
        number = go_on(store, number)
        worst = worse(worst, judged(read, folder, number))
    tell("came", number, refused, worst.lost, worst.unreadable)


if __name__ == "__main__":
    main()
