"""What other rooms may want to hear of photos."""

from django.dispatch import Signal

# Sent inside the transaction of the change, with `photo_id`: a photo's sizes are ready, or its words, focal point or
# file have changed, or it is gone. A page that shows it is out of date.
photo_changed = Signal()
