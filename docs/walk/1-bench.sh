# Chapter 1: the commission and its bench. Sourced by commission.sh.

chapter 'A bench is appointed'

step 'The commission is bound by the Bagley-Keene Act: the clock of its notices follows from that.'
clerk GET /commission
want 200
profile=$(pick a.legalProfile)
if [[ $profile != bagley_keene ]]; then
  change /commission '{"legalProfile": "bagley_keene"}'
  want 200
fi
has '"legalProfile":"bagley_keene"'
show '`legalProfile: ${a.legalProfile}, quorum: ${a.quorum ?? "more than half of the seats"}`'

step 'A co-sponsor will appoint its members.'
make /sponsors "{\"name\": \"Association of county offices (walk $RUN)\", \"kind\": \"co_sponsor\", \"listed\": true}"
sponsor=$ID
show a.name

step 'A sector of society is to be heard at the table; where there is none yet, it is founded.'
clerk GET "/sectors?on=$HELD&limit=1"
want 200
count=$(pick a.items.length)
if [[ $count == 0 ]]; then
  make /sectors "{\"key\": \"schools-$RUN\", \"name\": \"Schools (walk $RUN)\"}"
  sector=$ID
  sector_name="Schools (walk $RUN)"
else
  sector=$(pick 'a.items[0].id')
  sector_name=$(pick 'a.items[0].name')
fi
tell "$sector_name"

step 'Five seats are provided for, and five people are appointed to them: person and term in one request.'
# seat NAME: a seat, and who sits there from the first day; the person's id is in $ID.
seat() {
  make /posts - <<JSON
  { "kind": "seat", "label": "Seat of $1 (walk $RUN)", "sectorId": "$sector", "startsOn": "$FOUNDED", "endsOn": "$UNTIL" }
JSON
  post=$ID
  make /commissioners - <<JSON
  { "person": { "name": "$1 (walk $RUN)", "listed": true }, "postId": "$post",
    "startsOn": "$FOUNDED", "endsOn": "$UNTIL", "appointedById": "$sponsor" }
JSON
}
seat 'Ada Quill' && ada=$ID
seat 'Ben Marsh' && ben=$ID
seat 'Cho Lindqvist' && cho=$ID
seat 'Dee Okafor' && dee=$ID
seat 'Eve Santos' && eve=$ID
show 'a.name + ", " + a.seat.label'

step 'A seat that is filled is not filled twice.'
clerk POST /commissioners - <<JSON
  { "person": { "name": "Fay Nobody (walk $RUN)" }, "postId": "$post", "startsOn": "$HELD", "endsOn": "$UNTIL" }
JSON
want 409 POST_TAKEN
refused

step 'One of them takes the chair, unless the commission has one: there are never two.'
clerk POST /posts "{\"kind\": \"office\", \"office\": \"chair\", \"label\": \"Chair (walk $RUN)\", \"startsOn\": \"$FOUNDED\", \"endsOn\": \"$UNTIL\"}"
if [[ $STATUS == 409 ]]; then
  want 409 CHAIR_PROVIDED
  refused
else
  want 201
  chair=$(pick a.id)
  make "/commissioners/$ada/terms" "{\"postId\": \"$chair\", \"startsOn\": \"$FOUNDED\", \"endsOn\": \"$UNTIL\"}"
  tell 'Ada Quill is the chair'
fi

step 'The public sees which sector has a seat, and who sits there.'
anybody GET "/commission/coverage?on=$HELD"
want 200
has "Eve Santos (walk $RUN)"
show "(s => s.sector.name + ': ' + s.filled + ' of ' + s.seats + ' seats filled')(a.sectors.find(({ sector }) => sector.id === '$sector'))"
