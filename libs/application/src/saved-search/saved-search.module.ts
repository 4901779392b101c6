import { Module } from '@nestjs/common';
import { SearchModule } from '../search/search.module.js';
import { SavedSearchRepository } from './saved-search.repository.js';
import { SavedSearchService } from './saved-search.service.js';

@Module({
  imports: [SearchModule],
  providers: [SavedSearchRepository, SavedSearchService],
  exports: [SavedSearchService],
})
export class SavedSearchModule {}
