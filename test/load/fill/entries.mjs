/** The columns of an entry, in the order of `entryOf`. */
export const ENTRY = `search.entry (audience, source, source_id, number, kind, hearing_id, happened_at, language, title, body,
    speakers, positions, cues, line_ends, words, said_by, label, protected, opens_at, closes_at)`;

/**
 * The values of an entry as `search.put` makes them: the words by the same functions, the label from the record, which
 * is `label` in the query around it. Each part is SQL.
 */
export function entryOf({
  label,
  source,
  kind,
  number,
  hearing,
  happened,
  title,
  body,
  speakers,
  positions,
  cues,
}) {
  const isPassage = kind === 'passage';
  return `${label}.audience, '${source}', ${label}.id, ${number ?? 0}, '${kind}', ${hearing}, ${happened}, 'en', ${title},
    ${body}, ${speakers ?? `'{}'::text[]`}, ${positions ?? `'{}'::text[]`}, ${cues ?? 'null::int[]'},
    ${isPassage ? `search.line_ends('en', ${body})` : 'null::int[]'}, search.words_of('${kind}', 'en', ${title}, ${body}),
    to_tsvector('search.other', array_to_string(${speakers ?? `'{}'::text[]`}, E'\\n')),
    ${label}.audience, ${label}.protected, ${label}.opens_at, ${label}.closes_at`;
}
