"""Open a newsroom account from the shell, or let somebody in again."""

import secrets
from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from hwalja.accounts.models import User
from hwalja.accounts.names import split_name
from hwalja.articles import roles
from hwalja.config.serve import readiness


class Command(BaseCommand):
    help = "편집국 계정을 만들거나, 있는 계정의 역할·비밀번호·두 번째 인증을 다시 정합니다."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="아이디. 예: choi")
        parser.add_argument("--name", help="이름. 예: 최산")
        parser.add_argument("--mail", help="메일 주소. 비밀번호를 다시 정할 때 씁니다.")
        parser.add_argument("--role", help=f"역할. 예: {roles.CHIEF}")
        parser.add_argument("--new-password", action="store_true", help="새 비밀번호를 정합니다.")
        parser.add_argument(
            "--no-second-factor", action="store_true", help="잃어버린 두 번째 인증을 지웁니다."
        )

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        readiness.home()
        readiness.database()
        with transaction.atomic():
            user = User.objects.filter(username=username).first() or User(username=username)
            is_new = user.pk is None
            self._describe(user, options["name"], options["mail"])
            password = self._password(user) if is_new or options["new_password"] else ""
            user.save()
            if options["role"]:
                user.groups.set([self._role(options["role"])])
            if options["no_second_factor"]:
                Authenticator.objects.filter(user=user).delete()
        self.stdout.write(
            f"{user} ({username}) 계정을 {'만들었습니다' if is_new else '고쳤습니다'}."
        )
        if password:
            self.stdout.write(f"비밀번호: {password}  (다시 보여 드리지 않습니다)")

    def _describe(self, user: User, name: str | None, mail: str | None) -> None:
        if name:
            user.last_name, user.first_name = split_name(name)
        if mail:
            user.email = mail
        try:
            if mail:
                validate_email(mail)
            user.clean_fields(exclude=["password"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None

    def _password(self, user: User) -> str:
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        return password

    def _role(self, name: str) -> Group:
        found = Group.objects.filter(name=name).first()
        if found is None:
            names = ", ".join(Group.objects.order_by("name").values_list("name", flat=True))
            raise CommandError(f"‘{name}’ 역할은 없습니다. 있는 역할: {names}")
        return found
