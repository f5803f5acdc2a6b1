import { createHash } from 'node:crypto';

/** The same numbers at every run: what is measured today and next year is the same record. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A uuid v4 by its looks, the same one for the same words. */
export function idOf(...words) {
  const hex = createHash('md5').update(words.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The head of English, most frequent first: about half of what anybody says. */
const COMMON = `the to and of that a in i we is it you for this are on have be so not with they as our at was
there what but just do can people all from or if more my would an about your because by like one will know how
these has their who very when them been think up need which me here no out some he time get those us other than
also had thank any were she going now make into over way where many good only even then work want state years
city community really could did two new say see should every come being its much lot well right first back those
go same down take most after through before help today part public support things`.split(/\s+/);

const TOPICS =
  `housing families children health school schools safety police justice racial history land labor
voting education wealth property neighborhood program funding budget county district commission hearing testimony
witness harm repair policy report evidence counsel transit parking development zoning rent tenants owners mayor
council business workers union church hospital prison court law rights water environment pollution highway freeway
benefits pension college students teachers elders veterans farm loan bank mortgage insurance record archive apology
community member leaders organization coalition research data survey question answer concern proposal amendment
opportunity experience generation ancestors discrimination segregation eviction displacement investment`.split(
    /\s+/,
  );

const ONSETS = 'b br c cl cr d dr f fl g gr h j l m n p pl pr qu r s sc sh sl sp st str t th tr v w'.split(
  ' ',
);
const VOWELS = 'a e i o u ea ai ou oa'.split(' ');
const CODAS = ['', '', 'n', 'r', 'l', 'nd', 'st', 'm', 'ck', 't', 'ss', 'rt'];
const ENDINGS = ['', '', '', 's', 'ed', 'ing', 'er', 'ly', 'tion', 'ment', 'ness', 'able', 'ity'];

/** Pairs that belong together, so that there is something to look for as a phrase. */
export const PHRASES =
  `parking mandates|land use|public health|racial justice|school district|property tax|rent control
|police reform|voting rights|affordable housing|climate justice|community land|mental health|county budget
|labor union|water quality|student loans|elder care|farm workers|home loans`
    .replaceAll('\n', '')
    .split('|');

const FIRST =
  `Ana Luis Maya Omar Grace Daniel Rosa Kofi Elena Samuel Ines Marcus Nadia Theo Paula Victor Amara Ben
Clara Hugo Jada Noah Olga Peter Ruth Simone Tariq Ursula Wendy Yusuf`.split(/\s+/);

/** Words of an invented language with the shapes of English, after those that are English. */
export function vocabulary(size) {
  const random = randomNumbers(11);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = new Set([...COMMON, ...TOPICS]);
  while (words.size < size) {
    const syllables = random() < 0.4 ? 1 : 2;
    let word = '';
    for (let i = 0; i < syllables; i++) word += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
    words.add(word + pick(ENDINGS));
  }
  return [...words];
}

export function names(count) {
  const random = randomNumbers(12);
  const last = vocabulary(2000).slice(-900);
  return Array.from({ length: count }, () => {
    const first = FIRST[Math.floor(random() * FIRST.length)];
    const family = last[Math.floor(random() * last.length)];
    return `${first} ${family[0].toUpperCase()}${family.slice(1)}`;
  });
}

/** Speaks: the word of rank r comes about 1/r as often as the first (Zipf), a phrase comes in every 500. */
export function speaker(words, seed) {
  const random = randomNumbers(seed);
  const scale = Math.log(words.length + 1);
  const word = () => words[Math.floor(Math.exp(random() * scale)) - 1];
  const phrase = () => PHRASES[Math.floor(Math.exp(random() * Math.log(PHRASES.length + 1))) - 1];
  return {
    random,
    say: (count) => {
      const said = [];
      while (said.length < count) {
        if (random() > 0.002) said.push(word());
        else said.push(...phrase().split(' '));
      }
      return said;
    },
  };
}
