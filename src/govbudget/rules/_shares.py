"""Shares of a whole that no sentence prints, because all its parts are listed."""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Disclosure
from govbudget.relations import Share
from govbudget.rules._text_cards import HOLDS, listings, shares_add_up, shares_of

_MOST = 30
"""Every share of a sum has all parts; of longer lists, which no document has, they are not stated."""


def shares_of_sums(disclosure: Disclosure) -> Iterator[Share]:
    """State shares of the sum of all parts, where the shares add to 100 % and the whole itself is not printed with them.

    Args:
        disclosure: The disclosure.
    """
    for listing in listings(disclosure):
        if listing.total is None and len(listing.parts) <= _MOST and shares_add_up(listing) in HOLDS:
            for share, part in zip(shares_of(listing), listing.parts, strict=True):
                yield Share(share, part, listing.parts)
