"""Training the assistant: needs the extra `train`; nothing of it is loaded when comments are read."""
