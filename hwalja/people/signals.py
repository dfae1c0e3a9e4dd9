"""What rooms above may want to hear of the directory, inside the transaction of the change."""

from django.dispatch import Signal

# Names, posts or facts have changed, or it was added, hidden or restored: `profile`.
profile_changed = Signal()
# `other` is one with `kept` from now on; `undone` where that was a mistake: `merge`.
profiles_merged = Signal()
# `other` was taken out of `kept`; `undone` likewise: `merge`.
profile_split = Signal()
# Many at once, by a file: `ids`.
profiles_loaded = Signal()
