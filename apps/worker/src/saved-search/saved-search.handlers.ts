import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { SavedSearchService } from '#application/saved-search/saved-search.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class SavedSearchHandlers {
  constructor(private readonly saved: SavedSearchService) {}

  @Handles('savedSearch.look')
  async look(actor: SystemActor): Promise<void> {
    await this.saved.lookAll(actor);
  }
}
