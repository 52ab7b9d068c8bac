"""Moving house: the episodes of a podcast that lives elsewhere become texts of ours, under the names that listeners' apps know."""
