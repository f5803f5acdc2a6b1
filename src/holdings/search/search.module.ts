import { Global, Module } from '@nestjs/common';
import { Hits } from './answer/hits.js';
import { ConfirmRepository } from './locate/confirm.repository.js';
import { LocateMatches } from './locate/locate-matches.js';
import { Guides } from './locate/locator.js';
import { CountRepository } from './match/count.repository.js';
import { MatchRepository } from './match/match.repository.js';
import { LexerRepository } from './query/lexer.repository.js';
import { SearchController } from './search.controller.js';
import { SearchIndex } from './search-index.js';
import { SearchKeeper } from './search-keeper.js';
import { SearchService } from './search.service.js';
import { Suggestion } from './suggest/suggestion.js';
import { WordRepository } from './suggest/word.repository.js';

/** Global: every room of the record writes to the index and tells search where its things are. */
@Global()
@Module({
  controllers: [SearchController],
  providers: [
    SearchIndex,
    SearchKeeper,
    Guides,
    SearchService,
    LexerRepository,
    MatchRepository,
    CountRepository,
    Hits,
    ConfirmRepository,
    LocateMatches,
    Suggestion,
    WordRepository,
  ],
  exports: [SearchIndex, SearchKeeper, Guides],
})
export class SearchModule {}
