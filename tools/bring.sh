#!/usr/bin/env bash
# Bring what the tests need beside Python: Chromium with Korean letters, PostgreSQL, wrk for load,
# and nginx and Varnish as they may stand in front.
set -euo pipefail

missing=()
[ -n "${HWALJA_CHROMIUM:-}" ] || command -v chromium >/dev/null || missing+=(chromium)
fc-list :lang=ko 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk fontconfig)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing+=(nginx)
[ -x /usr/sbin/varnishd ] || missing+=(varnish)
command -v wrk >/dev/null || missing+=(wrk)
[ "${#missing[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  # None of them is started here: the tests start their own, on free ports.
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
  echo "The tests need: ${missing[*]}. On Debian: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
