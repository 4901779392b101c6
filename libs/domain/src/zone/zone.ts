import {
  code,
  countyCode,
  integer,
  checked,
  list,
  nullable,
  object,
  oneOf,
  text,
  type Reader,
} from '../catalogue/reader.js';

export const zoneKinds = ['area', 'belt', 'park'] as const;
export type ZoneKind = (typeof zoneKinds)[number];

/** A part of a zone as the plan names it. Zones overlap; the sheep and goat zone has two core counties, one a branch. */
export interface ZoneArea {
  readonly level: 'core' | 'radiating';
  /** A county, or 621000 where the plan names the city or no county. */
  readonly countyCode: string;
  readonly township: string | null;
  readonly village: string | null;
  /** A park, a mine or a valley, in the plan's words. */
  readonly place: string | null;
  /** The branch of a zone of two: 肉羊, 奶山羊. */
  readonly branch: string | null;
}

/** How many townships (乡镇) the plan names for the zone or one of its branches. */
export interface TownshipCount {
  readonly count: number;
  readonly branch: string | null;
}

export const promotedKinds = ['technology', 'applicationTheme', 'laboratory'] as const;
/** What stands under 主推: techniques; for the data park themes of application, for the materials park laboratories. */
export type PromotedKind = (typeof promotedKinds)[number];

/** One of the twelve demonstration zones (四区四带四园). */
export interface Zone {
  readonly code: string;
  readonly kind: ZoneKind;
  readonly name: string;
  readonly industry: string;
  /** Place in the plan. */
  readonly source: string;
  /** The plan's own sentences on the layout and on what is promoted. */
  readonly layout: string;
  readonly promotion: string;
  readonly areas: readonly ZoneArea[];
  readonly townships: readonly TownshipCount[];
  readonly promotedKind: PromotedKind;
  readonly promotedTechnologies: readonly string[];
}

const area: Reader<ZoneArea> = object<ZoneArea>({
  level: oneOf('core', 'radiating'),
  countyCode,
  township: nullable(text),
  village: nullable(text),
  place: nullable(text),
  branch: nullable(text),
});

export const zone: Reader<Zone> = checked(
  object<Zone>({
    code,
    kind: oneOf(...zoneKinds),
    name: text,
    industry: text,
    source: text,
    layout: text,
    promotion: text,
    areas: list(area, 1),
    townships: list(object<TownshipCount>({ count: integer(1, 500), branch: nullable(text) })),
    promotedKind: oneOf(...promotedKinds),
    promotedTechnologies: list(text, 1),
  }),
  ({ promotion, promotedTechnologies, areas }) => {
    const foreign = promotedTechnologies.find((name) => !promotion.includes(name));
    if (foreign !== undefined) return `主推技术“${foreign}”不在方案原文中`;
    return areas.some(({ level }) => level === 'core') ? null : '缺少核心区';
  },
);
