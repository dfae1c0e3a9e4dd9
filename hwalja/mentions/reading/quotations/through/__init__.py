"""The media through which words came."""
