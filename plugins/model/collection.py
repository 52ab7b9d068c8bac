"""What frozen data is made by that is a sequence or a mapping too."""

from abc import ABCMeta

from msgspec import StructMeta


class CollectionMeta(StructMeta, ABCMeta):
    """Python wants one metaclass that is both of those a class inherits."""
