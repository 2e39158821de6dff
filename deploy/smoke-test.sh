#!/usr/bin/env bash
# Grants, spends, retries and audits on a demo service: `bash deploy/smoke-test.sh http://localhost:3000`.
# Exits with 1 at the first unexpected answer.
set -euo pipefail
api=${1:?usage: smoke-test.sh <url of the service>}
user=smoke-$RANDOM-$$

# post <path> <key> <body>: prints the status and the body on one line.
post() {
  curl --silent --show-error --max-time 30 --write-out ' %{http_code}' "$api/v1/wallets/$user/GOLD/$1" \
    --header 'Authorization: Bearer demo-game-key' --header 'Content-Type: application/json' \
    --header "Idempotency-Key: $2" --data "$3"
}
get() {
  curl --silent --show-error --max-time 60 --fail "$api$1" --header 'Authorization: Bearer demo-admin-key'
}
expect() {
  if [[ $2 != *"$1"* ]]; then
    echo "smoke test: expected $1 in: $2" >&2
    exit 1
  fi
}

expect ' 201' "$(post bonus level-7 '{"amount": 100}')"
spent=$(post spend order-17 '{"amount": 30}')
expect ' 201' "$spent"
expect "$spent" "$(post spend order-17 '{"amount": 30}')"
expect ' 422' "$(post spend order-18 '{"amount": 500}')"
expect '"balance":70' "$(get "/v1/wallets/$user/GOLD")"
expect '"ok":true' "$(get /v1/ledger/verification)"
echo 'smoke test: passed'
