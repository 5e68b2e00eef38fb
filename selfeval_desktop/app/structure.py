"""What a ledger file is made of, apart from what it says."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LedgerStructure:
    """`schema` is its version, `revision` counts the steps that were stored, `size` is in bytes.

    `rows` are the numbers of rows by table.
    """

    schema: str
    revision: int
    size: int
    rows: Mapping[str, int]
