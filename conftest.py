pytest_plugins = ["hwalja.testing", "hwalja.testing_template"]
