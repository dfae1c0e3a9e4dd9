"""How far it is, in a line."""

from hwalja.press.progress import Progress


def test_a_total_that_turns_out_too_small_grows() -> None:
    now = iter([0.0, 10.0, 10.0])
    progress = Progress("기사", 2, lambda: next(now), unit="편")
    for _ in range(2):
        progress.step()
    assert progress.line().startswith("기사 2/2 (100%) · 초당 0편")
    progress.step()
    assert progress.line().startswith("기사 3/3 (100%)")
