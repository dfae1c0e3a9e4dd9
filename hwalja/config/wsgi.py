"""The WSGI door that Granian opens."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hwalja.config.settings")
application = get_wsgi_application()
