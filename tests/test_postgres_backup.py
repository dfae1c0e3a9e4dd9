"""Serving, backing up and restoring on PostgreSQL."""

from pathlib import Path

import psycopg
import pytest

from hwalja.config.tests.homes import Served, hwalja
from tools.postgres import cluster

pytestmark = pytest.mark.slow


def test_a_paper_on_postgres_moves_to_another_database(tmp_path: Path) -> None:
    with cluster() as address:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("CREATE DATABASE first")
            connection.execute("CREATE DATABASE second")
        first, second = (address.replace("/postgres", f"/{name}") for name in ("first", "second"))
        refused = hwalja(tmp_path / "a", "serve", DATABASE_URL=first)
        assert refused.returncode == 1 and refused.stderr.count("\n") == 1
        done = hwalja(tmp_path / "a", "init", DATABASE_URL=first)
        assert done.returncode == 0, done.stderr
        (tmp_path / "a/media/photo.jpg").write_bytes(b"picture")

        served = Served(tmp_path / "a", {"DATABASE_URL": first})
        try:
            served.start()
            assert served.get("/").status == 200
            archive = tmp_path / "paper.tar.gz"
            done = hwalja(tmp_path / "a", "backup", str(archive), DATABASE_URL=first)
            assert done.returncode == 0, done.stderr
            assert served.stop() < 5
        finally:
            served.close()

        wrong = hwalja(tmp_path / "b", "restore", str(archive))
        assert wrong.returncode == 1 and "postgresql 데이터베이스의 백업" in wrong.stderr
        taken = hwalja(tmp_path / "b", "restore", str(archive), DATABASE_URL=first)
        assert taken.returncode == 1 and "비어 있지 않습니다" in taken.stderr
        done = hwalja(tmp_path / "b", "restore", str(archive), DATABASE_URL=second)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "b/media/photo.jpg").read_bytes() == b"picture"
        with psycopg.connect(second) as connection:
            assert connection.execute("SELECT count(*) FROM articles_frontpage").fetchone() == (1,)
