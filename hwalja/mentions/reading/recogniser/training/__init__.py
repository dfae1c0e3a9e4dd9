"""Making a recogniser from sentences with their names marked, and measuring it."""
