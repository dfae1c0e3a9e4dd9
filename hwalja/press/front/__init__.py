"""Hands pressed pages to readers. Imports no Django and asks no database."""
