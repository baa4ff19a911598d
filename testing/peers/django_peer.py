#!/usr/bin/python3
"""A Django site with simplejwt's own sliding tokens, for judging our client. See README.md."""
import argparse
import os
import random
import secrets
import signal
import sys
import threading
from collections import Counter
from datetime import datetime, timedelta, timezone

import django
from django.conf import settings

BASE = "metagenomics/api/v2/"

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--port", type=int, default=0, help="0 (default): any free port")
parser.add_argument("--lifetime", type=int, default=86400, metavar="SECONDS",
                    help="from issue or refresh until exp (default: MGnify's 24 h)")
parser.add_argument("--refresh-window", type=int, default=86400, metavar="SECONDS",
                    help="from login until refresh_exp (default: MGnify's 24 h)")
options = parser.parse_args()

USERS = {os.environ.get("PEER_USER", "Webin-12345"): os.environ.get("PEER_PASSWORD", "open sesame $1")}
USERS.setdefault(os.environ.get("PEER_USER_2", "Webin-67890"), os.environ.get("PEER_PASSWORD_2", "another pa$$ phrase"))

settings.configure(
  SECRET_KEY=os.environ.get("PEER_KEY") or secrets.token_hex(32),
  ROOT_URLCONF=__name__,
  MIDDLEWARE=[__name__ + ".observe"],
  INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"],
  # Named and shared, because a plain ":memory:" is a new, empty database in every thread.
  DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:peer?mode=memory&cache=shared"}},
  PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
  USE_TZ=True,
  USE_I18N=False,
  REST_FRAMEWORK={
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
  },
  SIMPLE_JWT={
    "AUTH_TOKEN_CLASSES": ["rest_framework_simplejwt.tokens.SlidingToken"],
    "SLIDING_TOKEN_LIFETIME": timedelta(seconds=options.lifetime),
    "SLIDING_TOKEN_REFRESH_LIFETIME": timedelta(seconds=options.refresh_window),
    "USER_ID_FIELD": "username",
    "USER_ID_CLAIM": "username",
  },
)
django.setup()

# These read the settings while they are imported, so they cannot stand at the top.
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_GET, require_POST
from rest_framework.pagination import PageNumberPagination
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.views import TokenObtainSlidingView, TokenRefreshSlidingView, TokenVerifyView

BIOMES = [
  ("root:Environmental:Aquatic:Marine:Coastal", "coastal sea water", "the Baltic Sea"),
  ("root:Environmental:Aquatic:Marine:Hydrothermal vents", "hydrothermal vents", "the Mid-Atlantic Ridge"),
  ("root:Environmental:Aquatic:Freshwater:Lake", "lake water", "Lake Constance"),
  ("root:Environmental:Terrestrial:Soil:Permafrost", "thawing permafrost", "northern Sweden"),
  ("root:Environmental:Terrestrial:Soil:Agricultural", "arable soil", "a long-term field trial"),
  ("root:Host-associated:Human:Digestive system:Large intestine:Fecal", "the human gut", "an infant cohort"),
  ("root:Host-associated:Mammals:Digestive system:Stomach:Rumen", "the bovine rumen", "Scottish herds"),
  ("root:Host-associated:Plants:Rhizosphere", "the barley rhizosphere", "drought-stressed plots"),
  ("root:Engineered:Wastewater:Activated Sludge", "activated sludge", "a municipal treatment plant"),
]
METHODS = ["Shotgun metagenome", "16S rRNA amplicon survey", "Metatranscriptome", "Metagenome assembly"]


def make_studies(seed, first_number, count):
  rng = random.Random(seed)
  studies = []
  for number in range(first_number, first_number + count):
    lineage, habitat, place = rng.choice(BIOMES)
    updated = datetime(2024, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=rng.randrange(2 * 365 * 86400))
    studies.append({
      "accession": f"MGYS{number:08d}",
      "ena_accessions": [f"PRJEB{number + 40000}", f"ERP{number + 120000}"],
      "title": f"{rng.choice(METHODS)} of {habitat} from {place}, series {number % 1000}",
      "biome": {"biome_name": lineage.rsplit(":", 1)[1], "lineage": lineage},
      "updated_at": updated.isoformat().replace("+00:00", "Z"),
    })
  return studies


PUBLIC = make_studies("public", 501, 120)
PRIVATE = {user: make_studies(user, 6001 + 1000 * i, 250) for i, user in enumerate(USERS)}


class Pages(PageNumberPagination):
  page_size = 100
  max_page_size = 100
  page_size_query_param = "page_size"


class PublicStudies(APIView):
  permission_classes = [AllowAny]

  def get(self, request):
    return self.page_of(PUBLIC)

  def page_of(self, studies):
    pages = Pages()
    items = pages.paginate_queryset(studies, self.request, view=self)
    return Response({"count": pages.page.paginator.count, "items": items})


class MyStudies(PublicStudies):
  permission_classes = [IsAuthenticated]

  def get(self, request):
    return self.page_of(PRIVATE[request.user.username])


counters = Counter()
lock = threading.Lock()


def show_counters(request):
  with lock:
    return JsonResponse(counters)


def reset_counters(request):
  with lock:
    counters.clear()
  return HttpResponse(status=204)


def log(method, target, status):
  with lock:
    print(method, target, int(status), file=sys.stderr, flush=True)


def observe(get_response):
  # Counted on arrival and logged before the answer leaves, so that whoever has the answer finds both.
  def middleware(request):
    if not request.path.startswith("/_peer/"):
      with lock:
        counters[f"{request.method} {request.path}"] += 1
    response = get_response(request)
    response["Content-Length"] = len(response.content)  # without it Django's server closes every connection
    if request.method == "HEAD":
      response.content = b""  # it would be sent, and a kept-alive client takes it for the next answer
    log(request.method, ascii(request.path)[1:-1], response.status_code)
    return response
  return middleware


urlpatterns = [
  path(BASE + "auth/sliding", TokenObtainSlidingView.as_view()),
  path(BASE + "auth/sliding/refresh", TokenRefreshSlidingView.as_view()),
  path(BASE + "auth/verify", TokenVerifyView.as_view()),
  path(BASE + "my-data/studies/", MyStudies.as_view()),
  path(BASE + "studies/", PublicStudies.as_view()),
  path("_peer/counters", require_GET(show_counters)),
  path("_peer/reset", require_POST(reset_counters)),
]


class Handler(WSGIRequestHandler):
  # Head and body are two writes; with Nagle every kept-alive answer would wait 40 ms for an ACK.
  disable_nagle_algorithm = True

  def log_message(self, format, *args):
    pass

  def log_error(self, format, *args):
    log("-", "-", args[0])  # not even a request line: the middleware never sees it

  def parse_request(self):
    parsed = super().parse_request()
    if parsed and "chunked" in self.headers.get("Transfer-Encoding", "").lower():
      self.drain_chunks()  # Django takes such a body for an empty one, then for the next request
    return parsed

  def drain_chunks(self):
    while size := int(self.rfile.readline().split(b";")[0], 16):
      self.rfile.read(size + 2)
    while self.rfile.readline().strip():
      pass


class Server(ThreadedWSGIServer):
  request_queue_size = 128

  def handle_error(self, request, client_address):
    log("-", "-", 0)  # the client hung up or sent rubbish: one line, no traceback


for number in signal.SIGTERM, signal.SIGINT:
  signal.signal(number, lambda *_: sys.exit(0))
call_command("migrate", verbosity=0)
for username, password in USERS.items():
  User.objects.create_user(username, password=password)

server = Server(("127.0.0.1", options.port), Handler)
server.set_app(get_wsgi_application())
threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
print(f"READY http://127.0.0.1:{server.server_port}/{BASE}", flush=True)
try:
  while os.read(0, 4096):  # until the parent has gone
    pass
finally:
  server.shutdown()
