"""Prepare a home and, where the paper is empty, the demo newspaper 활자경제."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from hwalja.accounts import demo as accounts
from hwalja.accounts.models import User
from hwalja.articles import demo as articles
from hwalja.articles import roles
from hwalja.articles.demo_paper import copy
from hwalja.articles.models import Article, FrontPage, Reporter, Section
from hwalja.comments import demo as comments
from hwalja.comments.roles import MODERATORS
from hwalja.masthead import demo as masthead
from hwalja.mentions import demo as mentions
from hwalja.people import demo as people


class Command(BaseCommand):
    help = "신문을 준비하고, 비어 있으면 시범 신문 ‘활자경제’를 싣습니다."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("init", stdout=self.stdout, verbosity=0)
        if Article.objects.exists() or Section.objects.exists():
            self.stdout.write("이미 기사가 있는 신문입니다. 시범 기사는 싣지 않습니다.")
            return
        with transaction.atomic():
            log_ins = self._lay(copy.load())
        articles.make_pictures()
        self.stdout.write("\n시범 신문의 로그인 정보입니다. 다시 보여 드리지 않습니다.")
        for line in log_ins:
            self.stdout.write(line)

    def _lay(self, paper: copy.Paper) -> list[str]:
        policies = [(p.slug, p.title, articles.policy_html(p.body)) for p in paper.policies]
        masthead.lay(paper.masthead, policies)
        self.stdout.write(f"인물과 기관 {people.lay()}을 올렸습니다.")
        articles.Layout(paper, FrontPage.objects.get()).lay(self.stdout.write)
        self.stdout.write(f"독자 댓글 {comments.lay()}개를 실었습니다.")
        log_ins = list(accounts.open_accounts(_openings(paper)))
        self.stdout.write("맨 위의 기사에 누가 나오는지 읽습니다…")
        mentions.lay(User.objects.get(username="chief"))
        first = paper.reporters[0]
        Reporter.objects.filter(slug=first.slug).update(user=User.objects.get(username="reporter"))
        return log_ins


def _openings(paper: copy.Paper) -> Iterator[accounts.Opening]:
    """One account for each role of a newsroom."""
    desk = f"{roles.DESK_PREFIX}{paper.sections[0].title}"
    for username, name, role, group in (
        ("chief", paper.masthead["editor"], roles.CHIEF, roles.CHIEF),
        ("desk", "남궁현", "데스크", desk),
        ("reporter", paper.reporters[0].name, roles.REPORTERS, roles.REPORTERS),
        ("photo", "임서준", roles.PHOTOGRAPHERS, roles.PHOTOGRAPHERS),
        ("moderator", "서린", "댓글 담당", MODERATORS),
    ):
        yield accounts.Opening(username, name, role, list(Group.objects.filter(name=group)))
