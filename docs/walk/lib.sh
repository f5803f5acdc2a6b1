# How the walk asks, checks what is answered, and tells of it. Sourced by commission.sh.

steps=0
requests=0
shown=''
STATUS=''

# step SENTENCE: what comes next, in one line.
step() {
  steps=$((steps + 1))
  printf '\n%d. %s\n' "$steps" "$1"
}

chapter() { printf '\n== %s ==\n' "$1"; }

# ask WHO METHOD PATH [BODY | -] [ETAG]: the answer is in $STATUS, and in the files body and headers.
# `-` reads the body from the input; the ETag says which version of the record is changed.
ask() {
  local who=$1 method=$2 path=$3 body=${4:-} tag=${5:-}
  [[ $body != - ]] || body=$(tr -s '\n ' ' ' | sed 's/^ //; s/ $//')
  shown='curl'
  [[ $who == anybody ]] || shown+=" -K $who"
  [[ $method == GET || ($method == POST && -n $body) ]] || shown+=" -X $method"
  shown+=" '\$API$path'"
  local more=()
  if [[ -n $tag ]]; then
    shown+=' -H "If-Match: $ETAG"'
    more+=(-H "If-Match: $tag")
  fi
  if [[ -n $body ]]; then
    shown+=" -d '$body'"
    more+=(-H 'Content-Type: application/json' --data-binary "$body")
  fi
  requests=$((requests + 1))
  STATUS=$(curl -sS -g -K "$work/$who" -X "$method" -D "$work/headers" -o "$work/body" -w '%{http_code}' \
    ${more[@]+"${more[@]}"} "$API$path") || surprise 'an answer'
}

clerk() { ask clerk "$@"; }
anybody() { ask anybody "$@"; }

# change PATH BODY [METHOD] [RECORD]: as the clerk, naming the version of the record that they have read.
change() {
  clerk GET "${4:-$1}"
  want 200
  clerk "${3:-PATCH}" "$1" "$2" "$(header etag)"
}

# want STATUS [CODE]
want() {
  [[ $STATUS == "$1" ]] || surprise "$*"
  [[ -z ${2:-} ]] || grep -q "\"code\":\"$2\"" "$work/body" || surprise "$*"
}

# make PATH BODY: as the clerk; the new record's id is in $ID.
make() {
  clerk POST "$@"
  want 201
  ID=$(header location)
  ID=${ID##*/}
}

# pick EXPRESSION: of the answer, which is `a`.
pick() {
  local value
  value=$(node -pe 'const a = JSON.parse(require("fs").readFileSync(0, "utf8")); '"$1" <"$work/body" 2>"$work/errors") ||
    surprise "$1"
  [[ $value != undefined ]] || surprise "$1"
  printf '%s\n' "$value"
}

# check EXPRESSION: must be true of the answer, which is `a`.
check() {
  local value
  value=$(pick "$1")
  [[ $value == true ]] || surprise "$1"
}

has() { grep -qF -- "$1" "$work/body" || surprise "to read \"$1\""; }
lacks() { ! grep -qF -- "$1" "$work/body" || surprise "not to read \"$1\""; }

header() { tr -d '\r' <"$work/headers" | awk -F': ' -v name="$1" 'tolower($1) == name { print $2 }'; }

# tell WORDS: the last command, and its answer in short.
tell() { printf '   $ %s\n   %s %s\n' "$shown" "$STATUS" "$1"; }

# show EXPRESSION: the last command, and what that is of its answer.
show() {
  local value
  value=$(pick "$1")
  tell "$value"
}

# refused: the last command, and why it was refused.
refused() {
  local code detail
  code=$(first code)
  detail=$(first detail)
  tell "$code: $detail"
}
# first FIELD: of an error, whose texts hold no quotation marks; a Node for each would take the walk longer.
first() { grep -o "\"$1\":\"[^\"]*\"" "$work/body" | head -1 | cut -d '"' -f 4; }

# quote FIRST LAST: lines of an answer that is text, by their numbers or by /what they match/.
quote() { sed -n "$1,$2p" "$work/body" | sed 's/^/   | /'; }

surprise() {
  exec >&2
  printf '\nStep %d went another way.\n   $ %s\n   expected: %s\n   answered: %s\n' "$steps" "$shown" "$1" "$STATUS"
  [[ ! -s $work/body ]] || head -c 2000 "$work/body"
  echo
  exit 1
}
