pytest_plugins = ["hwalja.testing", "hwalja.testing_template", "hwalja.config.tests.homes"]
