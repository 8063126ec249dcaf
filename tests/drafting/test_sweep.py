"""Every kind × topic × length × seed without a fault; two drafts of a kind are two drafts."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.drafting.sweep import Case, all_faults, cases, kinds, shares

MOST_SHARED = 0.35  # of our own characters, in runs of 13 or more


def by_kind() -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases():
        found[case.kind].append(case)
    return found


@pytest.mark.parametrize("kind", kinds())
def test_no_draft_of_a_kind_has_a_fault(kind: str) -> None:
    found = [f"{case}: {fault}" for case in by_kind()[kind] for fault in all_faults(case)]

    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize("kind", kinds())
def test_two_drafts_of_a_kind_share_a_third_at_most(kind: str) -> None:
    assert max(shares(kind)) <= MOST_SHARED
