"""A sentence as its readers see it: quoted words folded, verbs, subjects, which belongs to which."""
