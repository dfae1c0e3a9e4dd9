"""Django's SQLite, where the threads of a process take turns at writing."""
