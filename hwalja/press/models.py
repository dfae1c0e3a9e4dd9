"""The press's own tables."""

from django.db import models


class Generation(models.Model):
    """How often something shared has changed; processes compare it with what they hold."""

    name = models.CharField(max_length=60, primary_key=True)
    number = models.BigIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class Edition(models.Model):
    """The one row that counts changes.

    A change holds it until its commit, so that editions are committed in their
    order: who has read edition 7 sees every change up to the seventh.
    """

    number = models.BigIntegerField(default=0)
    # Marks up to this edition may have been thrown away.
    forgotten = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


class Mark(models.Model):
    """The dirty log: what stands under `key` is older than `edition`."""

    key = models.CharField(max_length=700, primary_key=True)
    edition = models.BigIntegerField()
    order = models.SmallIntegerField()
    marked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["order", "edition", "key"], name="mark_turn")]

    def __str__(self) -> str:
        return f"{self.key} {self.edition}"


class Reach(models.Model):
    """The keys on which a subject stood when it last changed: it must go from there too."""

    subject = models.CharField(max_length=80, primary_key=True)
    keys = models.TextField()

    def __str__(self) -> str:
        return self.subject


class Appointment(models.Model):
    """A change that comes by the clock alone: `keys` are dirty at `at`."""

    subject = models.CharField(max_length=80)
    at = models.DateTimeField(db_index=True)
    keys = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "at"], name="one_appointment_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.at}"


class Home(models.Model):
    """A machine with pressed pages of its own; everything up to `edition` is pressed there."""

    name = models.CharField(max_length=32, primary_key=True)
    host = models.CharField(max_length=255)
    edition = models.BigIntegerField()
    # What its presser said when it was last seen.
    seen_at = models.DateTimeField()
    waiting = models.PositiveIntegerField(default=0)
    # The change that somebody has waited for longest; none while only bulk waits.
    oldest_at = models.DateTimeField(null=True)
    # See `walk.Walk.told`.
    walks = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.host


class Trouble(models.Model):
    """A page that cannot be pressed; readers get the last good one."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="troubles")
    key = models.CharField(max_length=700)
    reason = models.TextField()
    since = models.DateTimeField()
    tried_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["home", "key"], name="one_trouble_a_page")]
        verbose_name = "조판 장애"
        verbose_name_plural = "조판 장애"

    def __str__(self) -> str:
        return self.key


class Minute(models.Model):
    """What a home pressed in a minute: for the operator's picture of the last day."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="minutes")
    at = models.DateTimeField(db_index=True)
    pages = models.PositiveIntegerField()
    # Milliseconds from the change to the page that readers see, of what editors wait for.
    median = models.PositiveIntegerField()
    longest = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["home", "at"], name="one_row_a_minute")]

    def __str__(self) -> str:
        return f"{self.at:%H:%M}"
