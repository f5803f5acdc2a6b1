# Chapter 3: a hearing of the day before yesterday is taken over and run, minute by minute. Sourced by commission.sh.

chapter 'A hearing is run'

step 'A matter comes up, and Cho Lindqvist, who worked for that county, steps back from it.'
make /matters "{\"title\": \"Contract with a county (walk $RUN)\"}"
matter=$ID
make "/commissioners/$cho/recusals" "{\"matterId\": \"$matter\", \"reason\": \"Worked for the county.\", \"startsAt\": \"$(at HELD 00:00)\"}"
show 'a.reason'

step 'The hearing of the day before yesterday: an opening, the contract, which wears the matter, and a closed item.'
make /hearings - <<JSON
{ "kind": "public_hearing", "title": "Who pays for the beds (walk $RUN)", "startsAt": "$(at HELD 09:00)",
  "timeZone": "America/Los_Angeles", "venue": { "name": "The Forum", "room": "Room $RUN" } }
JSON
held=$ID
make "/hearings/$held/agenda-items" '{"title": "Opening"}'
make "/hearings/$held/agenda-items" "{\"title\": \"The contract\", \"matterId\": \"$matter\"}"
contract=$ID
make "/hearings/$held/agenda-items" "{\"title\": \"$closed_title\", \"closed\": true, \"authority\": \"$law\"}"
closed_item=$ID
make "/hearings/$held/witnesses" "{\"name\": \"A night nurse (walk $RUN)\", \"position\": \"Nurse\"}"
witness=$ID
clerk POST "/hearings/$held/notices" '{"kind": "regular"}'
want 201
has '"dueAt":null'
has '"late":false'
tell 'it had begun, so it is taken over, and no clock runs'

step 'It is opened, and so is its morning session.'
make "/hearings/$held/status-changes" '{"to": "in_session"}'
make "/hearings/$held/sessions" "{\"name\": \"Morning\", \"openedAt\": \"$(at HELD 09:00)\"}"
morning=$ID
show '`session ${a.name}, opened ${a.openedAt}`'

# arrive HEARING PERSON MOMENT [PLACE]: with a place, by video from there.
arrive() {
  if [[ -n ${4:-} ]]; then
    clerk POST "/hearings/$1/attendance/$2/arrivals" "{\"at\": \"$3\", \"mode\": \"remote\", \"place\": \"$4\"}"
  else
    clerk POST "/hearings/$1/attendance/$2/arrivals" "{\"at\": \"$3\"}"
  fi
  want 200
}
leave() {
  clerk POST "/hearings/$1/attendance/$2/departures" "{\"at\": \"$3\"}"
  want 200
}

step 'As many members come as make a quorum: the five, and others of the bench where it is larger.'
clerk GET "/hearings/$held/quorum?at=$(at HELD 09:00)"
want 200
needed=$(pick a.standing.needed)
clerk GET "/hearings/$held/attendance"
want 200
ours="['$ada', '$ben', '$cho', '$dee', '$eve']"
bench=$(pick "[...new Set([...$ours, ...a.entries.map((e) => e.commissionerId)])].join(' ')")
come=$(echo "$bench" | cut -d ' ' -f "1-$needed")
last=${come##* }
[[ " $come " != *" $eve "* ]] || last=$eve
next=$(echo "$bench" | cut -d ' ' -f $((needed + 1)))
# come HEARING MOMENT PERSON...: all of them at once.
come() {
  local hearing=$1 moment=$2 list
  shift 2
  printf -v list ', {"commissionerId": "%s"}' "$@"
  clerk POST "/hearings/$hearing/attendance/arrivals" "{\"at\": \"$moment\", \"arrivals\": [${list#, }]}"
  want 200
  shown="${shown%%\[*}[everybody who came]}'"
}
# shellcheck disable=SC2086
come "$held" "$(at HELD 09:00)" $come
show '`${a.entries.length} are on the roll`'
clerk GET "/hearings/$held/quorum?at=$(at HELD 09:10)"
want 200
has '"quorum":true'
show '`${a.standing.counted} there, ${a.standing.needed} needed: a quorum`'

step 'One of them is called away at half past nine, and the answer warns that the quorum is lost.'
leave "$held" "$last" "$(at HELD 09:30)"
has QUORUM_LOST
show '`${a.name} left. ${a.warnings.map(({ code, at }) => `${code} at ${at}`).join()}`'

step 'Without a quorum nothing is voted on.'
# motion HEARING MOMENT BODY: moved by Ada, seconded by Ben; its id is in $ID.
motion() { make "/hearings/$1/motions" "{\"movedBy\": \"$ada\", \"secondedBy\": \"$ben\", \"movedAt\": \"$2\", $3}"; }
# call HEARING MOTION MOMENT [PERSON CHOICE]: everybody who is there votes aye but that person, the others are absent.
call() {
  clerk GET "/hearings/$1/attendance"
  want 200
  local votes
  votes=$(pick "JSON.stringify(a.entries.map(({ commissionerId: personId, presences }) => {
    const at = Date.parse('$3');
    const there = presences.some(({ arrivedAt, leftAt }) => Date.parse(arrivedAt) <= at && at < Date.parse(leftAt ?? '9999-01-01'));
    return { personId, choice: there ? (personId === '${4:-}' ? '${5:-}' : 'aye') : 'absent' };
  }))")
  change "/hearings/$1/motions/$2/roll-call" "{\"votedAt\": \"$3\", \"votes\": $votes}" PUT "/hearings/$1/motions/$2"
  # Everybody is named in it, and many words tell no more than few.
  shown=${shown%%\"votes\"*}"\"votes\": [everybody on the bench]}'"
}
motion "$held" "$(at HELD 09:20)" '"text": "That the commission write to every county."'
letter=$ID
call "$held" "$letter" "$(at HELD 09:35)"
want 409 QUORUM_LOST
refused

step 'They come back, another one joins by video from Eureka, and the motion carries.'
arrive "$held" "$last" "$(at HELD 09:45)"
arrive "$held" "$next" "$(at HELD 09:50)" 'County library, Eureka'
call "$held" "$letter" "$(at HELD 09:55)"
want 200
has '"outcome":"carried"'
show '`${a.outcome}: ${a.tally.aye} aye, ${a.tally.no} no, ${a.tally.absent} absent`'

step 'How the quorum came and went, minute by minute: derived from who was there, never typed in.'
clerk GET "/hearings/$held/quorum"
want 200
check 'a.changes.map(({ change }) => change).join() === "made,lost,made"'
show 'a.changes.map(({ at, change, by }) => `${change} ${at.slice(11, 16)}Z`).join(", ")'

step 'The contract is voted on. Whoever stepped back from it does not vote on it, whatever they say.'
motion "$held" "$(at HELD 10:10)" "\"text\": \"That the contract be signed.\", \"agendaItemId\": \"$contract\""
sign=$ID
call "$held" "$sign" "$(at HELD 10:15)" "$cho" aye
want 422 RECUSED
show '`${a.code}: ${a.errors[0].pointer}: ${a.errors[0].detail}`'
call "$held" "$sign" "$(at HELD 10:15)" "$cho" recused
want 200
has '"outcome":"carried"'
has '"recused":1'
show '`${a.outcome}: ${a.tally.aye} aye, ${a.tally.recused} recused`'

step 'The witness affirms, is heard, and the morning ends.'
change "/hearings/$held/witnesses/$witness" - <<JSON
{ "status": "heard", "secondsUsed": 540,
  "oath": { "kind": "affirmed", "administeredBy": "Clerk of the commission", "at": "$(at HELD 10:30)" } }
JSON
want 200
show 'a.name + ", " + a.status + ", sworn: " + a.sworn'
change "/hearings/$held/sessions/$morning" "{\"adjournedAt\": \"$(at HELD 11:00)\"}"
want 200

step 'Behind closed doors the commission settles a lawsuit; what it decided is reported out.'
make "/hearings/$held/sessions" "{\"name\": \"Closed session\", \"closed\": true, \"authority\": \"$law\", \"openedAt\": \"$(at HELD 11:00)\"}"
doors=$ID
motion "$held" "$(at HELD 11:10)" "\"text\": \"That the lawsuit of Roe be settled.\", \"agendaItemId\": \"$closed_item\""
settle=$ID
call "$held" "$settle" "$(at HELD 11:20)"
want 200
has '"closed":true'
has '"outcome":"carried"'
change "/hearings/$held/sessions/$doors" "{\"adjournedAt\": \"$(at HELD 11:30)\", \"reportedOut\": \"Direction was given to counsel.\"}"
want 200
show '`reported out: ${a.reportedOut}`'

step 'The hearing is adjourned.'
make "/hearings/$held/status-changes" '{"to": "adjourned"}'
show 'a.from + " -> " + a.to'
