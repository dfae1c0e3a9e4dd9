pytest_plugins = ["hwalja.testing"]
