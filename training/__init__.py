"""Trains the learned reader on the corpus: `python -m training.train`."""
