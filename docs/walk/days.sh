# The days of the walk, on the clock of Los Angeles, and the label of this run. Sourced by commission.sh.

eval "$(node -e '
  const zone = "America/Los_Angeles";
  const day = 86400000;
  const dateOf = (at) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at);
  const offsetOf = (at) =>
    new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
      .formatToParts(at).find(({ type }) => type === "timeZoneName").value.slice(3) || "+00:00";
  // Noon is on the same date wherever a day has 23, 24 or 25 hours.
  const today = Date.parse(dateOf(Date.now()) + "T20:00:00Z");
  const days = { FOUNDED: -30, HELD: -2, NEXT: -1, SOON: 5, AHEAD: 30, UNTIL: 60 };
  for (const [name, count] of Object.entries(days)) {
    const at = today + count * day;
    console.log(`${name}=${dateOf(at)} ${name}_OFFSET=${offsetOf(at)}`);
  }
')"
RUN=$(date +%H%M%S)-$$

# at DAY TIME: a moment of that day, as `at HELD 09:30`.
at() {
  local offset=$1_OFFSET
  printf '%sT%s:00%s' "${!1}" "$2" "${!offset}"
}
