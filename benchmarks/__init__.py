"""Speed as numbers: each against a reference run side by side on the same cores."""
