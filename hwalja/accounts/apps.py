from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    default = True
    name = "hwalja.accounts"
    label = "accounts"
    verbose_name = "계정"

    def ready(self) -> None:
        from hwalja.accounts import duties, members, nicknames, own_data

        nicknames.guard(members.is_of_the_paper)
        duties.register()
        own_data.register()


class NewsroomUsersConfig(WagtailUsersAppConfig):
    """Wagtail's own, with lists in which members do not drown the newsroom."""

    user_viewset = "hwalja.accounts.admin.NewsroomUserViewSet"
