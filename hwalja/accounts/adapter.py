"""Newsroom log-in, as django-allauth asks about it."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class NewsroomAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the editor-in-chief, in the admin."""
        return False
