"""Times as a newsroom writes them, by the 24-hour clock; Django's Korean says 10:57 오후."""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "Y년 n월 j일 H:i"
