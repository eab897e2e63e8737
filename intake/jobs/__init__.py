"""The verbs, one file each: one item, done, committed, next."""
