#!/bin/sh
# A browser for the tests: what is there, else Debian's package as root, else what to do.
set -e
found=${HWALJA_CHROMIUM:-$(command -v chromium || true)}
if [ -n "$found" ] && [ -x "$found" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Chromium이 없어 설치합니다."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-noto-cjk >/dev/null
    exit 0
fi
echo "브라우저 시험에는 Chromium이 필요합니다. 'sudo apt-get install chromium fonts-noto-cjk' 로" >&2
echo "설치하시거나, 다른 곳에 있으면 HWALJA_CHROMIUM=경로 로 알려 주십시오." >&2
exit 1
