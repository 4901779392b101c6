import { Module } from '@nestjs/common';
import { SearchModule } from '#application/search/search.module.js';
import { SearchController } from './search.controller.js';

@Module({ imports: [SearchModule], controllers: [SearchController] })
export class SearchApiModule {}
