"""Servers and data that tests may ask for; each is started by the test run and stopped by it."""

pytest_plugins = [
    "tests.support.chromium",
    "tests.support.corpus",
    "tests.support.log",
    "tests.support.notices",
    "tests.support.dovecot",
    "tests.support.figures",
    "tests.support.postgresql",
    "tests.support.sign_in_service",
    "tests.support.smtp",
]
