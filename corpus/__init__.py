"""The training corpus: short passages written for it, with actors, mentions and claims marked by hand."""
