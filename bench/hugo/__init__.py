"""The same town built by Hugo, where it is installed, to measure ours against; nothing of the project needs it."""
