# Chapter 4: minutes are drafted, edited, compared and approved at the next hearing. Sourced by commission.sh.

chapter 'Minutes are drafted and approved'

step 'Minutes are made from what was recorded: who was there, what was moved, who voted how.'
make "/hearings/$held/minutes" '{"book": "open", "generate": true}'
first=$ID
has 'Direction was given to counsel.'
lacks "$closed_title"
lacks 'the lawsuit of Roe'
show 'a.status + ", version " + a.making.version'
anybody GET "/hearings/$held/minutes/$first"
want 404 MINUTES_NOT_FOUND
tell 'MINUTES_NOT_FOUND: a draft is the commission’s'

step 'What was done behind closed doors has a book of its own.'
make "/hearings/$held/minutes" '{"book": "closed", "generate": true}'
book=$ID
has 'the lawsuit of Roe'
show 'a.book + " book, " + a.status'

step 'The clerk adds a sentence, and says why. An edit is the next version; the first one stays.'
clerk GET "/hearings/$held/minutes/$first"
want 200
mended=$(pick 'JSON.stringify(a.body.replace("## Closed sessions", "The chair thanked the night nurse.\n\n## Closed sessions"))')
make "/hearings/$held/minutes" "{\"book\": \"open\", \"body\": $mended, \"basedOn\": \"$first\", \"reason\": \"The thanks were missing\"}"
second=$ID
shown=${shown%%\"body\"*}"\"body\": the whole text, \"basedOn\": \"$first\", \"reason\": \"The thanks were missing\"}'"
show '`version ${a.making.version}: ${a.making.reason}`'

step 'Two versions are compared word by word.'
clerk GET "/hearings/$held/minutes/$second/diff?from=$first"
want 200
has 'thanked the night nurse'
show 'a.segments.filter(({ kind }) => kind === "added" || kind === "removed").map(({ kind, text }) => kind + ": " + text.trim()).join(" | ")'

step 'At the next hearing, yesterday, the commission approves them by a vote.'
make /hearings - <<JSON
{ "kind": "public_hearing", "title": "Who pays for the beds, continued (walk $RUN)", "startsAt": "$(at NEXT 09:00)",
  "timeZone": "America/Los_Angeles", "venue": { "name": "The Forum", "room": "Room $RUN" } }
JSON
next_hearing=$ID
make "/hearings/$next_hearing/agenda-items" '{"title": "Approval of the minutes"}'
clerk POST "/hearings/$next_hearing/notices" '{"kind": "regular"}'
want 201
make "/hearings/$next_hearing/status-changes" '{"to": "in_session"}'
make "/hearings/$next_hearing/sessions" "{\"name\": \"Morning\", \"openedAt\": \"$(at NEXT 09:00)\"}"
session=$ID
# shellcheck disable=SC2086
come "$next_hearing" "$(at NEXT 09:00)" $come
motion "$next_hearing" "$(at NEXT 09:10)" '"kind": "approve_minutes", "text": "To approve the minutes of the last hearing."'
approve=$ID
call "$next_hearing" "$approve" "$(at NEXT 09:15)"
want 200
has '"outcome":"carried"'
show '`${a.outcome}: ${a.tally.aye} aye`'

step 'The approval names the session and the motion; from now on the minutes are the public’s.'
clerk POST "/hearings/$held/minutes/$second/approval" - <<JSON
{ "hearingId": "$next_hearing", "sessionId": "$session", "motionId": "$approve" }
JSON
want 201
has '"status":"approved"'
show '`${a.status}, edition ${a.edition}`'

step 'A motion approves one version, once.'
make "/hearings/$held/minutes" "{\"book\": \"open\", \"body\": $mended, \"basedOn\": \"$second\", \"reason\": \"Spelling\"}"
clerk POST "/hearings/$held/minutes/$ID/approval" - <<JSON
{ "hearingId": "$next_hearing", "sessionId": "$session", "motionId": "$approve" }
JSON
want 409 MOTION_USED
refused
change "/hearings/$next_hearing/sessions/$session" "{\"adjournedAt\": \"$(at NEXT 10:00)\"}"
want 200
make "/hearings/$next_hearing/status-changes" '{"to": "adjourned"}'
