import { parseYuan, type Fen } from '#domain/money/money.js';
import type { DemandContent } from '#domain/demand/demand.js';
import type { TemplateUse } from '#domain/demand/demand-template.js';
import { unwrap } from '../http/refusal.exception.js';
import type { AmendDemandDto, CreateDemandDto, TemplateUseDto } from './demand.dto.js';

export const contentOf = (body: CreateDemandDto): DemandContent => ({
  title: body.title,
  summary: body.summary,
  field: body.field ?? null,
  countyCode: body.countyCode,
  zoneCode: body.zoneCode ?? null,
  budget: budgetOf(body.budgetYuan ?? null),
  transferModes: body.transferModes ?? [],
  neededBy: body.neededBy ?? null,
  leastReadinessLevel: body.leastReadinessLevel ?? null,
  excludedRegionCodes: body.excludedRegionCodes ?? [],
  validUntil: body.validUntil ?? null,
  template: templateOf(body.template ?? null),
  externalKey: body.externalKey ?? null,
});

const templateOf = (use: TemplateUseDto | null): TemplateUse | null =>
  use && {
    code: use.code,
    version: use.version,
    answers: use.answers.map(({ question, value, unit }) => ({ question, value, unit: unit ?? null })),
  };

export function changeOf({ budgetYuan, template, ...rest }: AmendDemandDto): Partial<DemandContent> {
  const content = {
    ...rest,
    ...(rest.transferModes === null && { transferModes: [] }),
    ...(rest.excludedRegionCodes === null && { excludedRegionCodes: [] }),
  };
  const given = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(template !== undefined && { template: templateOf(template) }),
    ...(budgetYuan !== undefined && { budget: budgetOf(budgetYuan) }),
  };
}

/** Null when the caller cleared it. */
const budgetOf = (yuan: string | null): Fen | null => (yuan === null ? null : unwrap(parseYuan(yuan)));
