"""The photo's file field: whoever saves a photo, its file goes through the gate."""

import secrets

from django.core.files.base import File
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from hwalja.media import gate
from hwalja.media.durable import to_disk
from hwalja.media.original import Original, take_in


class PhotoFile(WagtailImageFieldFile):
    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store the clean original under a name of our own, never the sender's."""
        if not isinstance(content, Original):
            content.seek(0)
            content = take_in(content.read())
        extension = str(content.name).rpartition(".")[2]
        super().save(f"{secrets.token_hex(8)}.{extension}", content, save=False)
        to_disk(self.storage, [str(self.name)])
        if save:
            self.instance.save()

    save.alters_data = True  # type: ignore[attr-defined]

    def get_image_dimensions(self) -> tuple[int, int]:
        """Width and height from the header: Wagtail's own way decodes the whole picture."""
        content = getattr(self, "_file", None)
        if isinstance(content, Original):
            return content.pixels
        closed = self.closed
        self.open()
        try:
            return gate.admit(self.read()).size
        finally:
            self.close() if closed else self.seek(0)


class PhotoField(WagtailImageField):
    attr_class = PhotoFile
