import { KeyRegister } from '#src/trust/accounts/index.js';
import { PHRASES, idOf, vocabulary } from './fill/words.mjs';
import { audienceOfTestimony } from './fill/testimonies.mjs';

/** What is read, from which addresses, and what is aimed at. */
export async function readMeasures(database, size) {
  const key = await new KeyRegister(database.ownerUrl).create({
    name: 'bench',
    role: 'clerk',
    scopes: [],
    expiresAt: null,
  });
  const search = (q, more = '') => ({ path: `/api/v1/search?q=${encodeURIComponent(q)}${more}` });
  return [
    {
      name: 'list of 25, anonymous',
      goal: 0.5,
      requests: [{ path: '/api/v1/testimonies' }],
    },
    {
      name: 'list of 25 of one hearing, anonymous',
      goal: 0.5,
      requests: hearingsOf(size).map((id) => ({ path: `/api/v1/testimonies?hearing=${id}&limit=25` })),
    },
    {
      name: 'get one, anonymous',
      goal: 0.5,
      requests: publicIds(size).map((id) => ({ path: `/api/v1/testimonies/${id}` })),
    },
    {
      name: 'word search, best first, anonymous',
      goal: 0.9,
      requests: wordsOf(size).map((word) => search(word)),
    },
    {
      name: 'word search, newest first, anonymous',
      goal: 0.9,
      requests: wordsOf(size).map((word) => search(word, '&sort=newest')),
    },
    {
      name: 'phrase over cues, anonymous',
      goal: 1.5,
      of: 'p99',
      requests: PHRASES.map((phrase) => search(`"${phrase}"`, '&kind=passage')),
    },
    {
      name: 'list of 25, signed in (clerk)',
      goal: 0.4,
      requests: [{ path: '/api/v1/testimonies', headers: { authorization: `Bearer ${key}` } }],
    },
  ];
}

function hearingsOf(size) {
  return Array.from({ length: Math.min(40, size.transcripts >> 1) }, (_, i) => idOf('hearing', i));
}

function publicIds(size) {
  const step = Math.floor(size.testimonies / 200);
  return Array.from({ length: 200 }, (_, i) => i * step)
    .filter((i) => audienceOfTestimony(i) === 'public')
    .map((i) => idOf('testimony', i));
}

/** Forty words: of the hundred most frequent that are searched for, of the middle, and rare ones. */
function wordsOf(size) {
  const words = vocabulary(size.words).filter((word) => word.length > 3);
  const ranks = Array.from({ length: 40 }, (_, i) => Math.floor(60 * ((words.length - 1) / 60) ** (i / 39)));
  return ranks.map((rank) => words[rank]);
}
