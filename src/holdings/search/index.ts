export { passagesOf, type PassageSettings, type SpokenLine } from './passages.js';
export { SearchIndex, type SearchEntry, type SearchKind, type SearchSource } from './search-index.js';
export { SearchModule } from './search.module.js';
