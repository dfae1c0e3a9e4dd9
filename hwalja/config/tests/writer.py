"""Run by the backup tests in a process of its own: photos, one after another, until stdin closes.

Prints the number of each once the row is committed and the file is on disk.
"""

import itertools
import select
import sys
from io import BytesIO

import django

django.setup()

from django.core.files.images import ImageFile  # noqa: E402
from PIL import Image  # noqa: E402

from hwalja.media.models import Photo  # noqa: E402


def told_to_stop() -> bool:
    """A closed pipe is ready to be read; an open one nobody writes to is not."""
    ready, _, _ = select.select([sys.stdin], [], [], 0)
    return bool(ready)


for number in itertools.takewhile(lambda _: not told_to_stop(), itertools.count()):
    data = BytesIO()
    Image.new("RGB", (60, 40), (number % 256, number // 256 % 256, 99)).save(data, "JPEG")
    file = ImageFile(BytesIO(data.getvalue()), name=f"photo-{number}.jpg")
    Photo.objects.create(title=f"사진 {number}", file=file)
    print(number, flush=True)  # noqa: T201
