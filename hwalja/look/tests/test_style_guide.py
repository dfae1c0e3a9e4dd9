"""The style guide is for the newsroom, and shows every colour and icon there is."""

from django.test import Client

from hwalja.testing import Newsroom


def test_the_newsroom_sees_every_colour(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.reporter)
    page = client.get("/admin/look/").content.decode()
    assert "<code>--accent</code>" in page and "icons.svg#print" in page
    assert "표 견본" in page


def test_readers_do_not(newsroom: Newsroom, reader: Client) -> None:
    assert reader.get("/admin/look/").status_code == 302
