"""The form by which photos come in: single upload, many at once, and the chooser's tab."""

from typing import Any

from django import forms
from django.db import transaction
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from hwalja.media import gate
from hwalja.media.original import Original, take_in

# Taken from the file where the person who uploads it says nothing.
SAID_BY_FILE = ("caption", "credit", "taken_on")


class PhotoFileField(WagtailImageField):
    """As Wagtail's, but judged by its bytes and cleaned, and never decoded before that."""

    default_validators: list[Any] = []

    def to_python(self, data: Any) -> Original | None:
        if data and data.size > gate.MOST_BYTES:
            raise gate.too_large(data.size)
        found = forms.FileField.to_python(self, data)
        if found is None:
            return None
        original = take_in(found.read())
        # Where another field is amiss, Wagtail lays aside what was uploaded: lay aside this.
        found.file, found.size, found.name = original.file, original.size, original.name
        return original


class PhotoForm(BaseImageForm):
    """Wagtail builds every form for photos on this one."""

    original_file: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PhotoFileField(
                label=given.label, required=given.required, widget=given.widget
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        if isinstance(file, Original):
            for name in SAID_BY_FILE:
                if name in self.fields and not cleaned.get(name):
                    cleaned[name] = getattr(file.words, name) or cleaned.get(name)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """As Wagtail's, but the old file goes only when the change is sure."""
        replaced: Any = self.original_file if "file" in self.changed_data else None
        self.original_file = None
        photo = super().save(commit=commit)
        if commit and replaced:
            transaction.on_commit(lambda: replaced.storage.delete(replaced.name))
        return photo
