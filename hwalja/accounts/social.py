"""Log-in through Kakao and Naver: for members alone, and with as little of them as will do."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from django.contrib import messages
from django.http import Http404, HttpRequest
from django.shortcuts import redirect

from hwalja.accounts.models import User

NEWSROOM_ONLY = "편집국 계정은 아이디와 비밀번호로 로그인합니다."
# Naver says of every address that it is verified, also of one that is merely for contact.
VOUCHED_FOR = {"kakao"}
# Where the providers' own pages are; a form may lead there.
HOSTS = {
    "kakao": ["https://kauth.kakao.com", "https://accounts.kakao.com"],
    "naver": ["https://nid.naver.com"],
}


class ProviderAdapter(DefaultSocialAccountAdapter):
    def get_app(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Any:
        try:
            return super().get_app(request, provider, client_id)
        except SocialApp.DoesNotExist:
            raise Http404(provider) from None

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        """Nothing of the profile is kept but the number of the account and the address."""
        sociallogin.account.extra_data = {}
        for address in sociallogin.email_addresses:
            address.verified = address.verified and sociallogin.account.provider in VOUCHED_FOR
        return super().populate_user(request, sociallogin, {"email": data.get("email")})

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """No way into the newsroom, neither by logging in nor by connecting."""
        both = [request.user, sociallogin.user if sociallogin.is_existing else None]
        if any(isinstance(user, User) and not user.is_member for user in both):
            messages.error(request, NEWSROOM_ONLY)
            raise ImmediateHttpResponse(redirect("account_home"))
