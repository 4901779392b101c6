import { Injectable } from '@nestjs/common';
import type { ExportedContent, ExportKind } from '#domain/import/export-columns.js';
import { importers } from '#domain/import/import.js';
import { hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';

const rowsPerPage = 500;

/** An organization's own achievements or demands, in the shape in which they are imported. */
@Injectable()
export class ExportService {
  constructor(
    private readonly achievements: AchievementService,
    private readonly demands: DemandService,
  ) {}

  /** Newest first, page by page. */
  pages(
    actor: PersonActor,
    kind: ExportKind,
  ): Result<AsyncGenerator<readonly ExportedContent[]>, Refusal<'import.kindForbidden'>> {
    if (!hasRole(actor, ...importers[kind])) return refuse('import.kindForbidden', { kind });
    return ok(this.read(actor, kind));
  }

  private async *read(actor: PersonActor, kind: ExportKind): AsyncGenerator<readonly ExportedContent[]> {
    const source = kind === 'achievements' ? this.achievements : this.demands;
    let after: string | null = null;
    for (;;) {
      const page: readonly ExportedContent[] = await source.listOwn(actor, after, rowsPerPage);
      if (page.length > 0) yield page;
      if (page.length < rowsPerPage) return;
      after = page.at(-1)?.id ?? null;
    }
  }
}
