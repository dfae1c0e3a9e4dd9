"""The readers' private pages of the comments: never pressed, never kept by a cache."""
