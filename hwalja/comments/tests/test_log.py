"""The log: nobody changes it unseen."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hwalja.comments import log
from hwalja.comments.models import LogHead, LogRow


@pytest.fixture
def kept(db: None) -> None:
    for number in range(5):
        log.write("hide", "7", rule="law", reason=f"{number}번째")


def _verify() -> str:
    said = StringIO()
    call_command("comments", "verify", stdout=said)
    return said.getvalue()


def _faults() -> str:
    said = StringIO()
    with pytest.raises(CommandError, match="온전하지 않습니다"):
        call_command("comments", "verify", stdout=said)
    return said.getvalue()


def test_a_whole_log_is_called_whole(kept: None) -> None:
    assert _verify() == "댓글 기록이 온전합니다: 5줄.\n"


def test_an_empty_one_too(db: None) -> None:
    assert "온전합니다: 0줄" in _verify()


@pytest.mark.parametrize("column", ["actor", "action", "rule", "reason"])
def test_a_changed_row_is_found(kept: None, column: str) -> None:
    LogRow.objects.filter(number=3).update(**{column: "x"})
    assert _faults() == "3번 기록이 쓰인 뒤에 바뀌었습니다.\n"


def test_a_changed_row_with_a_new_hash_is_found(kept: None) -> None:
    row = LogRow.objects.get(number=3)
    row.reason = "x"
    row.hash = log._digest(LogRow.objects.get(number=2).hash, row)
    row.save()
    assert "4번" in _faults()


def test_a_missing_row_is_found(kept: None) -> None:
    LogRow.objects.filter(number__in=[2, 3]).delete()
    assert "2번부터 3번까지의 기록이 없습니다." in _faults()


def test_the_last_row_missing_is_found(kept: None) -> None:
    LogRow.objects.filter(number=5).delete()
    assert _faults() == "5번부터 5번까지의 기록이 없습니다.\n"


def test_a_row_behind_the_end_is_found(kept: None) -> None:
    last = LogRow.objects.get(number=5)
    forged = LogRow(number=6, actor="7", action="hide", at=last.at)
    forged.hash = log._digest(last.hash, forged)
    forged.save(force_insert=True)
    assert "뒤에 기록이 있습니다" in _faults()


def test_another_last_row_is_found(kept: None) -> None:
    row = LogRow.objects.get(number=5)
    row.reason = "x"
    row.hash = log._digest(LogRow.objects.get(number=4).hash, row)
    row.save()
    assert "마지막 기록이 사슬의 끝과 다릅니다." in _faults()


def test_rows_added_while_one_looks_are_no_fault(kept: None) -> None:
    found = log.faults()
    whole = LogHead.objects.get()
    log.write("hide", "7")
    assert list(found) == []
    assert LogHead.objects.get().number == whole.number + 1
