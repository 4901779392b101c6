import type { LocalDate } from '../calendar/local-date.js';
import { inForceOn, type CarrierKind, type CarrierLevel, type TitleSpan } from './carrier-title.js';

/** A title as it is counted. */
export interface CountedTitle extends TitleSpan {
  readonly titleId: string;
  readonly organizationId: string;
  readonly kind: CarrierKind;
  readonly level: CarrierLevel;
  readonly professional: boolean;
}

/** A tenancy as it is counted. */
export interface CountedTenancy {
  readonly tenancyId: string;
  readonly incubatorOrganizationId: string;
  readonly enterpriseOrganizationId: string;
  readonly admittedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly technologyBased: boolean;
  readonly byDefinition: boolean;
}

export interface Facts {
  readonly titles: readonly CountedTitle[];
  readonly tenancies: readonly CountedTenancy[];
}

/** One way to read an indicator's words, with the place that supports it. */
export interface IndicatorReading {
  readonly code: string;
  readonly wording: string;
  readonly source: string;
  readonly counted: (facts: Facts, asOf: LocalDate) => readonly CountedRow[];
}

/** A counted organization and the rows it is counted by: every number drills down to them. */
export interface CountedRow {
  readonly organizationId: string;
  readonly rowIds: readonly string[];
}

const provincialUp: readonly CarrierLevel[] = ['national', 'provincial'];
const cityUp: readonly CarrierLevel[] = ['national', 'provincial', 'city'];

/** Organizations that hold a title of a sort on a day, each once however many such titles it holds. */
const holders =
  (wanted: (title: CountedTitle) => boolean) =>
  ({ titles }: Facts, asOf: LocalDate): readonly CountedRow[] =>
    grouped(
      titles
        .filter((title) => inForceOn(title, asOf) && wanted(title))
        .map(({ organizationId, titleId }) => [organizationId, titleId]),
    );

/** Enterprises that were tenants on a day in a home of a sort, each once. */
const tenants =
  (homeKinds: readonly CarrierKind[] | null, wanted: (tenancy: CountedTenancy) => boolean = () => true) =>
  ({ titles, tenancies }: Facts, asOf: LocalDate): readonly CountedRow[] => {
    const homes = new Set(
      titles
        .filter((title) => inForceOn(title, asOf) && (homeKinds?.includes(title.kind) ?? true))
        .map(({ organizationId }) => organizationId),
    );
    return grouped(
      tenancies
        .filter(
          ({ admittedOn, endedOn }) =>
            admittedOn !== null && admittedOn <= asOf && (endedOn === null || asOf < endedOn),
        )
        .filter((tenancy) => tenancy.technologyBased && wanted(tenancy))
        .filter(({ incubatorOrganizationId }) => homeKinds === null || homes.has(incubatorOrganizationId))
        .map(({ enterpriseOrganizationId, tenancyId }) => [enterpriseOrganizationId, tenancyId]),
    );
  };

function grouped(pairs: readonly (readonly [string, string])[]): readonly CountedRow[] {
  const rows = new Map<string, Set<string>>();
  for (const [organizationId, rowId] of pairs) {
    rows.set(organizationId, (rows.get(organizationId) ?? new Set()).add(rowId));
  }
  return [...rows]
    .map(([organizationId, rowIds]) => ({ organizationId, rowIds: [...rowIds].sort() }))
    .sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1));
}

/**
 * The carriers' indicators of 附表1, with every reading the plan's own words allow. The first reading is the one closest to the
 * table; the others stand beside it and none is hidden.
 */
export const carrierIndicators: Readonly<Record<string, readonly IndicatorReading[]>> = {
  'indicator-09': [
    {
      code: 'professional',
      wording: '专业化众创空间：有专业化方向的众创空间，各级，一个单位计一次',
      source: '附表1 第9行',
      counted: holders(({ kind, professional }) => kind === 'makerSpace' && professional),
    },
    {
      code: 'allMakerSpaces',
      wording: '众创空间：不论是否专业化，各级，一个单位计一次',
      source: '二（四）“众创空间达到10家”；附表2 第4行',
      counted: holders(({ kind }) => kind === 'makerSpace'),
    },
    {
      code: 'provincialMakerSpaces',
      wording: '省级以上众创空间（“省级以上”也限定众创空间）',
      source: '附表2 第4行“培育省级以上科技企业孵化器5家、众创空间10家”',
      counted: holders(({ kind, level }) => kind === 'makerSpace' && provincialUp.includes(level)),
    },
    {
      code: 'makerSpacesAndIncubators',
      wording: '众创空间（孵化器）合计：两种称号都有的单位只计一次',
      source: '三（五）14“示范区各级各类众创空间（孵化器）达到10个”',
      counted: holders(({ kind }) => kind === 'makerSpace' || kind === 'incubator'),
    },
  ],
  'indicator-10': [
    {
      code: 'inIncubators',
      wording: '在科技企业孵化器（称号有效）中在孵的技术型企业，一家计一次',
      source: '附表1 第10行',
      counted: tenants(['incubator']),
    },
    {
      code: 'inAnyCarrier',
      wording: '在任何孵化载体中在孵的技术型企业，一家计一次，载体不论有无称号',
      source: '附表1 第10行（宽读）',
      counted: tenants(null),
    },
    {
      code: 'byDefinition',
      wording: '同第一种读法，且符合《科技企业孵化器管理办法》的在孵企业条件（供参考）',
      source: '附表1 第10行；国科发区〔2018〕300号',
      counted: tenants(['incubator'], ({ byDefinition }) => byDefinition),
    },
    {
      code: 'incubatorsThemselves',
      wording: '省级以上科技企业孵化器的家数（方案正文的5家）',
      source: '二（四）；三（五）14；附表2 第4行',
      counted: holders(({ kind, level }) => kind === 'incubator' && provincialUp.includes(level)),
    },
  ],
  'indicator-17': [
    {
      code: 'allLevels',
      wording: '星创天地，各级，一个单位计一次',
      source: '附表1 第17行',
      counted: holders(({ kind }) => kind === 'agriStarSpace'),
    },
    {
      code: 'national',
      wording: '国家星创天地',
      source: '一（二）“国家星创天地2个”',
      counted: holders(({ kind, level }) => kind === 'agriStarSpace' && level === 'national'),
    },
  ],
  'indicator-20': [
    {
      code: 'allLevels',
      wording: '农业科技示范村，各级，一村计一次',
      source: '附表1 第20行',
      counted: holders(({ kind }) => kind === 'demonstrationVillage'),
    },
    {
      code: 'cityUp',
      wording: '市级以上科技示范村',
      source: '一（二）“市级科技示范村25个”',
      counted: holders(({ kind, level }) => kind === 'demonstrationVillage' && cityUp.includes(level)),
    },
  ],
  'indicator-21': [
    {
      code: 'allLevels',
      wording: '专家工作站，各级，一个单位计一次',
      source: '附表1 第21行',
      counted: holders(({ kind }) => kind === 'expertStation'),
    },
  ],
};

/** Organizations with any title in force on a day: once each, however many titles. */
export const carrierTotal = holders(() => true);
