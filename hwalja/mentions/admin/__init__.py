"""This room's screens in the admin."""
