"""The words somebody is said to have said: where they stand, what governs them."""
