from django.test import Client

from hwalja.masthead.models import Masthead
from hwalja.testing import Newsroom


def test_a_changed_masthead_is_on_the_next_page(newsroom: Newsroom, reader: Client) -> None:
    assert "새 신문" in reader.get("/").content.decode()
    Masthead.objects.update_or_create(pk=1, defaults={"name": "활자경제"})
    assert "활자경제" in reader.get("/").content.decode()
