"""The pictures of the demo newspaper, drawn by program: the same name gives the same picture."""

from PIL import Image

from hwalja.articles.demo_paper.pictures import (  # noqa: F401  (each registers its pictures)
    charts,
    cities,
    diagrams,
    halls,
    industry,
    maps,
    plants,
    rooms,
    streets,
    things,
    transport,
    yards,
)
from hwalja.articles.demo_paper.pictures.scene import HEIGHT, PAINTERS, WIDTH, Scene

SIZE = (WIDTH, HEIGHT)


def names() -> list[str]:
    """List the pictures there are."""
    return sorted(PAINTERS)


def draw(name: str) -> Image.Image:
    """Paint one picture, 1600×1000 RGB; KeyError if there is none of that name."""
    painter, grain, vignette = PAINTERS[name]
    scene = Scene(name)
    painter(scene)
    return scene.done(grain, vignette)
