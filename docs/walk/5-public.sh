# Chapter 5: the same hearing as the public reads it, without a key. Sourced by commission.sh.

chapter 'Everybody reads it'

# hidden: nothing of what is closed is in the answer.
hidden() {
  lacks "$closed_title"
  lacks 'lawsuit of Roe'
}

step 'The hearing with all that hangs on it, in one request. The closed item is not there; what was reported out is.'
anybody GET "/hearings/$held?include=agenda,panels,witnesses,sessions,places"
want 200
hidden
has '"status":"minutes_approved"'
check 'a.agenda.items.length === 2 && a.agenda.items.every(({ closed }) => !closed)'
has 'Direction was given to counsel.'
show '`${a.status}: ${a.agenda.items.map(({ title }) => title).join(", ")}; heard: ${a.witnesses.items.map(({ name }) => name).join()}`'
anybody GET "/hearings/$held/agenda-items/$closed_item"
want 404 AGENDA_ITEM_NOT_FOUND
tell AGENDA_ITEM_NOT_FOUND

step 'The notice of the summit to come, and the page of it.'
anybody GET "/hearings/$summit/notices/$notice?format=html"
want 200
hidden
has "$law"
tell "$(header content-type)"

step 'Who was there, and from where.'
anybody GET "/hearings/$held/attendance"
want 200
has 'County library, Eureka'
show 'a.entries.filter(({ presences }) => presences.length).length + " members, one of them from the County library, Eureka"'

step 'Every vote in the open, by name; the one behind closed doors is not there.'
anybody GET "/hearings/$held/motions"
want 200
hidden
check "a.items.length === 2 && a.items.every(({ id }) => id !== '$settle')"
check "a.items[1].votes.find(({ personId }) => personId === '$cho').choice === 'recused'"
show 'a.items.map(({ text, outcome }) => text + " " + outcome).join(" | ")'

step 'The approved minutes, as a list, as text and as a page.'
anybody GET "/hearings/$held/minutes"
want 200
check "a.items.map(({ id }) => id).join() === '$second'"
anybody GET "/hearings/$held/minutes/$second?format=html"
want 200
hidden
tell "$(header content-type)"
anybody GET "/hearings/$held/minutes/$second?format=text"
want 200
hidden
has 'thanked the night nurse'
tell "$(header content-type)"
quote 1 11
quote '/^Quorum$/' '/^Agenda$/'

step 'The closed minute book is not there: in no list, and under no address.'
anybody GET "/hearings/$held/minutes?book=closed"
want 200
has '"items":[]'
anybody GET "/hearings/$held/minutes/$book"
want 404 MINUTES_NOT_FOUND
tell MINUTES_NOT_FOUND

step 'What somebody needs in order to come is the desk’s.'
anybody GET "/hearings/$summit/requests"
want 401
show a.code

step 'For calendars, readers and search engines.'
anybody GET "/hearings/$summit.ics"
want 200
has 'STATUS:CONFIRMED'
has "https://video.example/$RUN"
hidden
tell "$(header content-type), $(grep -m1 'DTSTART;' "$work/body" | tr -d '\r')"
anybody GET /hearings.atom
want 200
has "Who pays for the beds (walk $RUN)"
hidden
tell "$(header content-type)"
anybody GET "/hearings/$summit.jsonld"
want 200
has '"@type":"Event"'
hidden
show '`${a["@type"]}: ${a.name}`'

step 'The season: what was held, what is to come, who was heard.'
anybody GET "/season?from=$HELD&to=$AHEAD"
want 200
hidden
has "What schools can see (walk $RUN)"
show 'a.kinds.filter((k) => k.held + k.noticed).map((k) => `${k.kind}: ${k.held} held, ${k.noticed} noticed`).join(", ")'

step 'And a search finds the hearing, but nothing of what is closed.'
anybody GET "/search?q=%22walk%20$RUN%22&kind=hearing&limit=50"
want 200
has "$held"
hidden
show 'a.items.map(({ title }) => title).join(", ")'
anybody GET "/search?q=Roe&limit=50"
want 200
hidden
show 'a.items.length + " found"'
