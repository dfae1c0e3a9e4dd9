"""All settings of one newspaper: read from the environment, typed, with working defaults.

The environment is documented in docs/settings.md; a test holds the two together.
"""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from hwalja import __version__
from hwalja.config import environ, logs, sqlite

PACKAGE = Path(__file__).resolve().parent.parent

# --- Home: all state of one newspaper -------------------------------------------------
HOME = environ.folder("HWALJA_HOME", "./var")
SECRET_KEY_FILE = HOME / "secret_key"
DEBUG = environ.boolean("HWALJA_DEBUG", False)

# Before `hwalja init` there is no key; commands run with a passing one and
# `hwalja serve` refuses to start.
SECRET_KEY = environ.secret(SECRET_KEY_FILE) or "unset-" + secrets.token_urlsafe(50)

# --- Address --------------------------------------------------------------------------
BASE_URL = environ.base_url("HWALJA_BASE_URL", "http://127.0.0.1:8000")
_BASE = urlsplit(BASE_URL)
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
IS_LOOPBACK = _BASE.hostname in LOOPBACK
IS_HTTPS = _BASE.scheme == "https"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"] if IS_LOOPBACK else [str(_BASE.hostname)]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
TRUSTED_PROXIES = environ.networks("HWALJA_TRUSTED_PROXIES")

# --- Rooms ----------------------------------------------------------------------------
INSTALLED_APPS = [
    "hwalja.config",
    "hwalja.search",
    "hwalja.comments",
    "hwalja.mentions",
    "hwalja.articles",
    "hwalja.people",
    "hwalja.accounts",
    "hwalja.masthead",
    "hwalja.media",
    "hwalja.press",
    "hwalja.look",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    # Wagtail's editor asks for its address whether documents are used or not.
    "wagtail.documents",
    "wagtail.embeds",
    "wagtail.sites",
    "hwalja.accounts.apps.NewsroomUsersConfig",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.kakao",
    "allauth.socialaccount.providers.naver",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
]

MIDDLEWARE = [
    "hwalja.config.health.healthz",
    "hwalja.press.on_demand.on_demand",
    "hwalja.config.middleware.trusted_proxies",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hwalja.config.middleware.TextGZip",
    "csp.middleware.CSPMiddleware",
    "hwalja.accounts.middleware.providers_let_in",
    "hwalja.config.bounds.bounds",
    "hwalja.accounts.middleware.newsroom_cookie",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "hwalja.accounts.middleware.newsroom_only",
    "hwalja.accounts.middleware.second_factor",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "hwalja.config.middleware.WholeOrNothing",
]

ROOT_URLCONF = "hwalja.config.urls"
WSGI_APPLICATION = "hwalja.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The largest form is a pasted page or a long article; files stream to disk apart.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hwalja.masthead.context.paper",
                "hwalja.articles.context.standing",
            ],
        },
    },
]

# --- Database -------------------------------------------------------------------------
_DATABASE = environ.postgres("DATABASE_URL")
_POOL = environ.integer("HWALJA_DB_POOL", 8, low=1, high=200)
if _DATABASE:
    _DATABASE["OPTIONS"] = {
        # A machine that froze within a transaction must not stop all the others for longer.
        "options": "-c idle_in_transaction_session_timeout=60000",
        **_DATABASE.get("OPTIONS", {}),
        "connect_timeout": 5,
        "pool": {"min_size": 1, "max_size": _POOL, "timeout": 10},
    }
else:
    sqlite.use_repaired_library()
    _DATABASE = {
        "ENGINE": "hwalja.config.sqlite_in_turn",
        # Opening a connection and its pragmas cost as much as a page: each thread keeps its own.
        "CONN_MAX_AGE": 600,
        "NAME": sqlite.name(HOME / "db.sqlite3"),
        "OPTIONS": {
            # A write waits its turn for this long before "database is locked".
            "timeout": 20,
            # Taking the write lock at BEGIN is what makes that wait possible.
            "transaction_mode": "IMMEDIATE",
            # FULL: a commit the reader was told of survives a power cut.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
            ),
        },
        "TEST": {"NAME": str(HOME / "test.sqlite3")},
    }
DATABASES = {"default": _DATABASE}

CACHES = {
    # Shared between processes without another service: throttling counts live here.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
    },
    # Wagtail would write every picture it looks up into the table above.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

# --- Files ----------------------------------------------------------------------------
MEDIA_ROOT = HOME / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = HOME / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
FILE_UPLOAD_PERMISSIONS = 0o644

# --- Pressed pages --------------------------------------------------------------------
PRESSED_ROOT = HOME / "pressed"
PRESS_LARGEST_PAGE = environ.integer("HWALJA_LARGEST_PAGE", 5, low=1, high=100) * 1024 * 1024
# Bytes that pressed pages take on the disk; beyond, those pressed longest ago go.
PRESSED_LIMIT = environ.integer("HWALJA_PRESSED_LIMIT", 20, low=1, high=10_000) * 1024**3
# Are whole pages left in the home for a web server in front? docs/in-front.md
JOINED_FILES = environ.boolean("HWALJA_JOINED_FILES", False)
# Caches in front that are told of each change.
PURGE_URLS = environ.servers("HWALJA_PURGE_URLS")
# Bytes of joined pages that a front holds in memory.
FRONT_MEMORY = environ.integer("HWALJA_FRONT_MEMORY", 64, low=1, high=65536) * 1024 * 1024
# Requests that the app may be at for a front at once; the others are told to come again.
APP_REQUESTS = environ.integer("HWALJA_APP_REQUESTS", 64, low=1, high=10_000)
# Seconds that a front waits for the app's first byte.
APP_SECONDS = environ.integer("HWALJA_APP_SECONDS", 30, low=1, high=600)

# --- Language and time ----------------------------------------------------------------
LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어")]
TIME_ZONE = "Asia/Seoul"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [PACKAGE / "config" / "locale"]
FORMAT_MODULE_PATH = ["hwalja.config.formats"]

# --- People ---------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    ]
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_home"
SESSION_ENGINE = "hwalja.accounts.sessions"
SESSION_COOKIE_NAME = "hwalja_session"
# Beside it, alike, for those who may enter the newsroom: the one cookie that makes a page another page.
NEWSROOM_COOKIE_NAME = "hwalja_newsroom"
CSRF_COOKIE_NAME = "hwalja_csrf"
CSRF_FAILURE_VIEW = "hwalja.config.errors.expired"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600

ACCOUNT_ADAPTER = "hwalja.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
# May readers become members?
MEMBERS = environ.boolean("HWALJA_MEMBERS", True)
# Of members alone: see accounts/stages.py.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "hwalja.accounts.joining.JoiningForm"
# The link logs in where the sign-up was begun, and nowhere else.
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
# One address each; a new one replaces it when it is verified.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_USER_DISPLAY = str
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
# A stranger learns nothing from the answer, and nobody is written to who has no account.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS = {
    # Wrong passwords: by address, and by account wherever they come from.
    "login_failed": "20/m/ip,5/5m/key",
    # Many readers of mobile networks share one address.
    "signup": "20/m/ip,100/h/ip",
}
PASSWORD_RESET_TIMEOUT = 3600
# Those who may publish must have a second factor, except on the machine they try it out on.
REQUIRE_SECOND_FACTOR = environ.boolean("HWALJA_REQUIRE_SECOND_FACTOR", not IS_LOOPBACK)
ACCOUNT_FORMS = {
    "login": "hwalja.accounts.forms.NewsroomLoginForm",
    "signup": "hwalja.accounts.forms.MemberSignupForm",
    "add_email": "hwalja.accounts.forms.NewAddressForm",
    "reauthenticate": "hwalja.accounts.forms.AgainForm",
}
SOCIALACCOUNT_ADAPTER = "hwalja.accounts.social.ProviderAdapter"
SOCIALACCOUNT_FORMS = {"signup": "hwalja.accounts.forms.ProviderSignupForm"}
# The display name and the consent are always asked for.
SOCIALACCOUNT_AUTO_SIGNUP = False
# Those whose keys are set; the others are neither shown nor answered.
_KEYS = {"kakao": environ.keys("HWALJA_KAKAO"), "naver": environ.keys("HWALJA_NAVER")}
SOCIALACCOUNT_PROVIDERS = {
    provider: {"APP": {"client_id": keys[0], "secret": keys[1]}}
    for provider, keys in _KEYS.items()
    if keys
}
MFA_FORMS = {"add_webauthn": "hwalja.accounts.forms.AddPasskeyForm"}
# Addresses come from the editor-in-chief, not from whoever holds the account.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_ADAPTER = "hwalja.accounts.adapter.NewsroomMFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Browsers count loopback as a secure place for passkeys even without HTTPS.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_LOOPBACK

# --- Who: reading articles --------------------------------------------------------------
# Whether `hwalja serve` starts the analyst, which takes 540 MB, when something is to be read.
ANALYST = environ.boolean("HWALJA_ANALYST", True)

# --- Mail -----------------------------------------------------------------------------
EMAIL_HOST = environ.host("HWALJA_MAIL_HOST")
EMAIL_PORT = environ.integer("HWALJA_MAIL_PORT", 587, low=1, high=65535)
EMAIL_HOST_USER = environ.text("HWALJA_MAIL_USER")
EMAIL_HOST_PASSWORD = environ.text("HWALJA_MAIL_PASSWORD")
EMAIL_USE_TLS = environ.boolean("HWALJA_MAIL_TLS", True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environ.mail_address(
    "HWALJA_MAIL_FROM", f"newsroom@{_BASE.hostname if not IS_LOOPBACK else 'localhost'}"
)
# Without a mail server, mail is kept as files where the operator can read it.
EMAIL_FILE_PATH = HOME / "mail"
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)

# --- Logging --------------------------------------------------------------------------
LOGGING = logs.build(
    environ.choice("HWALJA_LOG_LEVEL", logs.LEVELS, "info"),
    environ.choice("HWALJA_LOG_FORMAT", ("text", "json"), "text"),
)

# --- Work in the background -----------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# --- Security -------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
# The proxy in front redirects to HTTPS: it is the one that knows the reader's scheme.
SECURE_SSL_REDIRECT = False
# W004, W012, W016: without HTTPS hwalja.W002 says it. W019: a preview is a frame, see below.
SILENCED_SYSTEM_CHECKS = [f"security.W0{number}" for number in ("04", "08", "12", "16", "19")]
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview is a frame of our own pages.
CONTENT_SECURITY_POLICY = {
    # What a reader's page may do; the admin's wider policy is in config/middleware.py.
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": [NONE],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    },
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
}

# --- Wagtail --------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "활자"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILADMIN_LOGIN_URL = "/account/login/"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ko", "한국어")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = ["Asia/Seoul"]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = True
# Ours are left in the transaction of the change; see articles/former.py.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_DATE_FORMAT = "%Y-%m-%d"
WAGTAIL_DATETIME_FORMAT = "%Y-%m-%d %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAIL_SITEMAP_LIMIT = 1000
WAGTAILIMAGES_IMAGE_MODEL = "media.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "hwalja.media.forms.PhotoForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
# A list of our own; nothing is fetched from a provider while writing.
WAGTAILEMBEDS_FINDERS = [{"class": "hwalja.articles.embeds.ListedFinder"}]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "hwalja.search.backend"}}
TAGGIT_CASE_INSENSITIVE = True

VERSION = __version__

# Those of the tests are no settings of a newspaper.
environ.refuse_unknown(besides={"HWALJA_SAMPLE", "HWALJA_CHROMIUM", "HWALJA_TEST_POSTGRES"})
