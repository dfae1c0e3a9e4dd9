"""Nobody comments under a reporter's name."""

from hwalja.accounts import nicknames
from hwalja.articles.models import Reporter


def is_a_reporter(name: str) -> bool:
    return Reporter.objects.filter(name__iexact=name).exists()


def register() -> None:
    nicknames.guard(is_a_reporter)
