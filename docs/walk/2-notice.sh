# Chapter 2: a summit is planned, another one too late, and both are noticed. Sourced by commission.sh.

chapter 'A summit is planned and noticed'

closed_title="The matter of Roe (walk $RUN)"
law='Gov. Code 11126(e)(1)'

step 'A summit is planned for thirty days from now: with its zone, its languages and how one gets in.'
clerk GET '/zones?limit=1'
want 200
zones=$(pick 'JSON.stringify(a.items.map(({ id }) => id))')
make /hearings - <<JSON
{ "kind": "regional_summit", "title": "What schools can see (walk $RUN)",
  "startsAt": "$(at AHEAD 09:00)", "endsAt": "$(at AHEAD 15:00)", "timeZone": "America/Los_Angeles", "languages": ["es"],
  "zoneIds": $zones, "venue": { "name": "The Forum", "room": "Room $RUN", "address": "900 Fallon Street, Oakland",
  "accessibility": "A ramp on Fallon Street; a loop in the room." } }
JSON
summit=$ID
show 'a.status + ", starts " + a.startsAt'

step 'It gets an agenda. A closed item cites the law that lets it be closed, or is refused.'
make "/hearings/$summit/agenda-items" '{"title": "Opening", "estimatedMinutes": 10}'
make "/hearings/$summit/agenda-items" '{"title": "What schools can see", "estimatedMinutes": 120}'
item=$ID
clerk POST "/hearings/$summit/agenda-items" "{\"title\": \"$closed_title\", \"closed\": true}"
want 422 AUTHORITY_REQUIRED
refused
make "/hearings/$summit/agenda-items" "{\"title\": \"$closed_title\", \"closed\": true, \"authority\": \"$law\"}"
closed_item=$ID
show '`item ${a.order}, closed under ${a.authority}`'

step 'A panel, and two witnesses: one of them speaks Spanish, through an interpreter.'
make "/hearings/$summit/panels" "{\"title\": \"Panel 1: in the classroom\", \"agendaItemId\": \"$item\"}"
panel=$ID
make "/hearings/$summit/witnesses" - <<JSON
{ "name": "A school nurse (walk $RUN)", "position": "Nurse", "status": "confirmed",
  "panelId": "$panel", "sectorId": "$sector", "minutesAllotted": 10 }
JSON
make "/hearings/$summit/witnesses" - <<JSON
{ "name": "A mother (walk $RUN)", "language": "es", "interpreterLanguage": "es", "panelId": "$panel" }
JSON
show 'a.name + ", " + a.status + ", interpreter: " + a.interpreterLanguage'

step 'Whoever cannot come takes part by a link; and somebody asks for a place near the loop, which is the desk’s alone.'
make "/hearings/$summit/places" "{\"kind\": \"remote\", \"name\": \"By video\", \"url\": \"https://video.example/$RUN\"}"
make "/hearings/$summit/requests" '{"kind": "accommodation", "what": "A place near the loop", "contact": "555 0100"}'
show 'a.status + ", due " + a.dueOn'

step 'The roster names who is to sit; while it named nobody, the whole bench would be taken up.'
change "/hearings/$summit/roster" "{\"personIds\": [\"$ada\", \"$ben\", \"$cho\", \"$dee\", \"$eve\"]}" PUT
want 200
show '`${a.items.length} are to sit`'

step 'Until when must it be noticed? What is due says it.'
clerk GET "/hearings/due?limit=250"
want 200
show "(d => d.act + ' until ' + d.dueAt + ' (' + d.citation + '); by an office day: ' + d.officeDay)(a.items.find((d) => d.hearingId === '$summit' && d.act === 'give_notice'))"

step 'Meanwhile nobody but the commission’s desk knows of it.'
anybody GET "/hearings/$summit"
want 404 HEARING_NOT_FOUND
tell HEARING_NOT_FOUND

step 'It is noticed in time. The words are kept as they were given.'
clerk POST "/hearings/$summit/notices" '{"kind": "regular", "contact": "Office of the commission, 510 555 0100"}'
want 201
has '"late":false'
has '"profile":"bagley_keene"'
notice=$(pick a.id)
show '`notice ${a.number}, late: ${a.late}, was due by ${a.dueAt}`'
anybody GET "/hearings/$summit/notices/$notice?format=text"
want 200
has "Closed session ($law)"
has "https://video.example/$RUN"
lacks "$closed_title"
tell 'text/plain'
quote 1 40

step 'From now on the agenda is frozen.'
clerk POST "/hearings/$summit/agenda-items" '{"title": "One thing more"}'
want 409 AGENDA_FROZEN
refused

step 'Another hearing is wanted in five days. That is too late, and the answer says until when it would have been in time.'
make /hearings - <<JSON
{ "kind": "public_hearing", "title": "After the fire (walk $RUN)", "startsAt": "$(at SOON 09:00)",
  "timeZone": "America/Los_Angeles", "venue": { "name": "The Annex", "room": "Room $RUN" } }
JSON
soon=$ID
make "/hearings/$soon/agenda-items" '{"title": "Where the school goes now"}'
change "/hearings/$soon/roster" "{\"personIds\": [\"$ada\", \"$ben\", \"$dee\"]}" PUT
want 200
clerk POST "/hearings/$soon/notices" '{"kind": "regular"}'
want 409 NOTICE_TOO_LATE
has 'Notice was due by'
refused

step 'Under an exception, which cites its law and says why, it stands: the notice is marked as late.'
clerk POST "/hearings/$soon/notices" - <<JSON
{ "kind": "regular", "exception": { "citation": "Gov. Code 11125.3(a)(1)", "reason": "The school burnt down yesterday." } }
JSON
want 201
has '"late":true'
show '`late: ${a.late}, under ${a.exception.citation}`'
