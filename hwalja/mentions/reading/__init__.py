"""Reading an article: pure functions from its text and a directory to what stands in it.

No Django, no database: the analyst's process, the commands and the tests read alike.
"""
