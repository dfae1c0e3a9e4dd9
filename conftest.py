pytest_plugins = [
    "hwalja.testing_template",
    "hwalja.testing",
    "hwalja.config.tests.homes",
    "hwalja.press.tests.presses",
    "tests.measured",
]
