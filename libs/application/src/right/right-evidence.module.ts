import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { RightModule } from './right.module.js';
import { RightRepository } from './right.repository.js';

/**
 * Evidence of what lies on a right, kept with it as attachments: read by the owner and by everybody with a part in it.
 * A module of its own, because attachments know contracts, and contracts know rights.
 */
@Injectable()
class RightEvidence implements OnModuleInit, AttachmentHost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attachments: AttachmentService,
    private readonly rights: RightRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('right', this);
  }

  async attachmentStanding(tx: Tx, actor: PersonActor, id: string): Promise<Standing | null> {
    const seen = await this.rights.find(tx, id, beijingDate(this.clock.now()));
    return this.unitOfWork.asSystem(tx, 'right', async (system) => {
      const right = seen ?? (await this.rights.find(system, id, beijingDate(this.clock.now())));
      if (!right) return null;
      const others = await system.query<{ id: string }>(
        `SELECT holder_organization_id AS id FROM right_overlay
           WHERE right_id = $1 AND holder_organization_id IS NOT NULL AND state IN ('registered', 'confirmed', 'releasing')
         UNION SELECT co_owner_organization_id FROM right_co_owner
           WHERE right_id = $1 AND co_owner_organization_id IS NOT NULL AND removed_at IS NULL
         UNION SELECT licensee_organization_id FROM open_licence_uptake WHERE patent_id = $1 AND state <> 'cancelled'`,
        [id],
      );
      const readerIds = [right.organizationId, ...others.map((other) => other.id)];
      if (!seen && !readerIds.includes(actor.organizationId)) return null;
      // What was handed in to prove something stays.
      return { readerIds: [...new Set(readerIds)], open: true, provisional: false };
    });
  }
}

@Module({ imports: [AttachmentModule, RightModule], providers: [RightEvidence] })
export class RightEvidenceModule {}
