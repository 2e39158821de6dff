#!/bin/sh
# Checks for Node.js and runs `npm start`, which does the rest.
# Arguments go to npm: `./setup.sh --silent`.
set -eu
cd "$(dirname "$0")"

oldest=20.19

if ! command -v node >/dev/null 2>&1; then
  echo "Node.js is not installed. Install version 24 LTS ($oldest or newer) from https://nodejs.org and run this again." >&2
  exit 1
fi

version=$(node --version)
major=${version#v}
major=${major%%.*}
minor=${version#v*.}
minor=${minor%%.*}
if [ "$major" -lt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -lt 19 ]; }; then
  echo "Node.js $oldest or newer is needed; this is $version. Install a newer one from https://nodejs.org." >&2
  exit 1
fi

exec npm start "$@"
