from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "hwalja.people"
    label = "people"
    verbose_name = "인물"

    def ready(self) -> None:
        from hwalja.people import addresses, affected, duties, roles

        addresses.register()
        affected.register()
        affected.connect()
        duties.register()
        roles.connect(self)
