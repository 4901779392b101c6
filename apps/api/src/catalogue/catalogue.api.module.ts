import { Module } from '@nestjs/common';
import { CatalogueModule } from '#application/catalogue/catalogue.module.js';
import { CatalogueController } from './catalogue.controller.js';

@Module({ imports: [CatalogueModule], controllers: [CatalogueController] })
export class CatalogueApiModule {}
