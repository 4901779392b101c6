import { Module } from '@nestjs/common';
import { SavedSearchModule } from '#application/saved-search/saved-search.module.js';
import { SavedSearchController } from './saved-search.controller.js';

@Module({ imports: [SavedSearchModule], controllers: [SavedSearchController] })
export class SavedSearchApiModule {}
