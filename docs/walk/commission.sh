#!/usr/bin/env bash
# A commission from appointment to approved minutes, by curl, against a running server:
#
#   npm start                      # in one terminal
#   docs/walk/commission.sh        # in another
#
# HEARTH_URL  where it answers (http://127.0.0.1:3000)
# HEARTH_KEY  the key of a clerk (by default what .hearth/sample-clerk-key holds)
#
# Everything it makes is its own and bears the label of the run, so that it runs beside the sample, and again.
# It needs curl, and node to pick values from JSON. It stops at the first answer that it does not expect.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
url=${HEARTH_URL:-http://127.0.0.1:3000}
API=${url%/}/api/v1
key_file=${HEARTH_DATA_DIR:-$here/../../.hearth}/sample-clerk-key
if [[ -z ${HEARTH_KEY:-} && ! -r $key_file ]]; then
  echo "No key: set HEARTH_KEY to a clerk's key (npm run -s hearth -- key create --role clerk --name walk)." >&2
  exit 2
fi
key=${HEARTH_KEY:-$(cat "$key_file")}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The key stands in a file that only this user reads: what is an argument can be read by everybody on the machine.
(umask 077 && printf 'header = "Authorization: Bearer %s"\n' "$key" >"$work/clerk")
: >"$work/anybody"

# shellcheck source=lib.sh
. "$here/lib.sh"
# shellcheck source=days.sh
. "$here/days.sh"

echo "A commission from appointment to approved minutes, at $API (run $RUN)."
echo "The clerk's commands are shortened: curl -K clerk is curl -H \"Authorization: Bearer \$HEARTH_KEY\","
echo "and a body is sent with -H 'Content-Type: application/json'."

. "$here/1-bench.sh"
. "$here/2-notice.sh"
. "$here/3-sitting.sh"
. "$here/4-minutes.sh"
. "$here/5-public.sh"

echo
echo "The whole walk was as expected: $steps steps, $requests requests."
