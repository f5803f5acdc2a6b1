export {
  type CueFilter,
  type CueRequest,
  Guides,
  type HearingDirectory,
  type LocatedCue,
  type Locator,
  type RecordSpan,
  type SpanKeeper,
} from './locate/locator.js';
export { passagesOf, type PassageSettings, type SpokenLine } from './passages.js';
export { SearchIndex, type SearchEntry, type SearchKind, type SearchSource } from './search-index.js';
export { SearchKeeper } from './search-keeper.js';
export { SearchModule } from './search.module.js';
