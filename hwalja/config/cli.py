"""The `hwalja` command: ours in front, all of Django's behind them."""

import difflib
import os
import sys

from django.core.management import ManagementUtility, get_commands
from django.core.management.base import BaseCommand, OutputWrapper

from hwalja import __version__
from hwalja.press.front import lifeline

# In the order in which a newspaper meets them.
COMMANDS = {
    "init": "신문을 준비합니다. 새 판으로 올린 뒤에도 한 번 부릅니다",
    "demo": "시범 신문 ‘활자경제’를 싣습니다",
    "account": "편집국 계정을 만듭니다",
    "serve": "신문을 엽니다",
    "check": "빠지거나 잘못된 것을 찾습니다 (--deploy: 내보내기 전)",
    "intake": "기사 파일을 들여옵니다",
    "people": "인물과 기관을 파일에서 올립니다",
    "press": "조판이 어떤지 보고, 다시 조판합니다",
    "moderate": "댓글을 한 줄씩 읽어 어떻게 판정되는지 말합니다",
    "analyse": "기사를 읽어 누가 나오고 누가 무슨 말을 했는지 봅니다",
    "link": "글마다 인물 사전의 누구를 말하는지 찾습니다",
    "comments": "댓글 기록이 온전한지 봅니다",
    "backup": "신문 전체를 한 파일에 담습니다",
    "restore": "그 파일에서 신문을 되살립니다",
    "train-moderation": "댓글 도우미를 가르칩니다",
    "recognise": "문장에서 사람·단체·장소 이름을 찾습니다",
    "train-recogniser": "이름 인식기를 가르칩니다",
    "bench": "기사가 많은 신문을 만들어 재어 봅니다",
    "version": "판을 말합니다",
}
# Started by `hwalja serve`.
INNER = {"app", "presser", "tasks", "analyst"}


class Plain(OutputWrapper):
    """Standard error without the name of the exception in front of the message."""

    def write(self, msg: str = "", *args: object, **kwargs: object) -> None:  # type: ignore[override]
        super().write(msg.removeprefix("CommandError: "), *args, **kwargs)  # type: ignore[arg-type]


def overview() -> str:
    """What `hwalja` alone says."""
    lines = [f"Hwalja {__version__}: 명령 하나로 여는 인터넷 신문", "", "hwalja 명령 [선택]", ""]
    width = max(map(len, COMMANDS))
    lines += [f"  {name:<{width}} {what}" for name, what in COMMANDS.items()]
    lines += [
        "",
        "명령마다 --help 를 붙이면 쓰는 법이 나옵니다.",
        "Django의 명령도 모두 쓸 수 있습니다: hwalja help --commands",
    ]
    return "\n".join(lines)


class Utility(ManagementUtility):
    def main_help_text(self, commands_only: bool = False) -> str:
        return super().main_help_text(commands_only) if commands_only else overview()

    def fetch_command(self, subcommand: str) -> BaseCommand:
        commands = get_commands()
        # Modules have no hyphens; commands of two words are typed with one.
        subcommand = subcommand.replace("-", "_")
        if subcommand not in commands:
            near = difflib.get_close_matches(subcommand, commands, n=1)
            hint = (
                f"{near[0].replace('_', '-')} 명령을 뜻하셨습니까?"
                if near
                else "hwalja 로 목록을 보십시오."
            )
            raise SystemExit(f"‘{subcommand}’ 명령은 없습니다. {hint}")
        command = super().fetch_command(subcommand)
        command.stderr = Plain(sys.stderr)
        return command


def main() -> None:
    lifeline.hold()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hwalja.config.settings")
    if sys.argv[1:] in (["version"], ["--version"]):
        from django.conf import settings

        # Reading them refuses a malformed one here too.
        sys.stdout.write(f"Hwalja {settings.VERSION}\n")
        return
    Utility(["hwalja", *sys.argv[1:]]).execute()


if __name__ == "__main__":
    main()
