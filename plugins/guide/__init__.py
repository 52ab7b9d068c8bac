"""The writers' guide: its tables of keys, made from the schema so that the two never part."""
