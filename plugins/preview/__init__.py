"""The live preview: the site with its drafts, built again after each change, seen by nobody else."""
