import type { Need, OfferFacts, OfferRights } from './subject.js';

/** Why a pair is never proposed, whatever its text says. */
export type Ineligible =
  | 'ownOrganization'
  | 'declined'
  | 'notPublic'
  | 'secret'
  | 'patentEnded'
  | 'patentPledged'
  | 'exclusivelyLicensed'
  | 'regionExcluded'
  | 'regionUnwanted';

export interface PairFacts {
  readonly offerIsPublic: boolean;
  /** One of both sides declined this pair before. */
  readonly declined: boolean;
  /** A secret achievement is never proposed (科学技术保密规定). Left out: not known to be. */
  readonly secret?: boolean;
  /** Counties that the offer's side excluded, by a licence in force or by its own wish. */
  readonly excludedCountyCodes?: readonly string[];
}

/** As both sides read it. */
export const ineligibleText: Readonly<Record<Ineligible, string>> = {
  ownOrganization: '供需双方是同一单位',
  declined: '其中一方已谢绝过这一对',
  notPublic: '成果未公开发布',
  secret: '涉密成果，不在市场公开撮合',
  patentEnded: '专利均已终止或失效',
  patentPledged: '专利已质押，质权人未同意转让或许可',
  exclusivelyLicensed: '专利已独占许可给他人',
  regionExcluded: '需求方所在地区不在可实施范围内',
  regionUnwanted: '成果所在地区已被需求方排除',
};

/** The reason that no need gets this achievement proposed at all, whoever asks; null when needs may. */
export function barredForAll(
  { offerIsPublic, secret }: Pick<PairFacts, 'offerIsPublic' | 'secret'>,
  rights: OfferRights | null,
): Ineligible | null {
  if (secret === true) return 'secret';
  return offerIsPublic ? barredByRights(rights) : 'notPublic';
}

function barredByRights(rights: OfferRights | null): Ineligible | null {
  if (rights?.patents === 'ended') return 'patentEnded';
  if (rights?.pledged === true) return 'patentPledged';
  return rights?.licence === 'exclusive' ? 'exclusivelyLicensed' : null;
}

/** The reason to leave a pair out, or null when it may be proposed. What is unknown excludes nothing. */
export function ineligible(need: Need, offer: OfferFacts, facts: PairFacts): Ineligible | null {
  if (facts.secret === true) return 'secret';
  if (!facts.offerIsPublic) return 'notPublic';
  if (need.organizationId === offer.organizationId) return 'ownOrganization';
  if (facts.declined) return 'declined';
  const barred = barredByRights(offer.rights ?? null);
  if (barred) return barred;
  if (need.countyCode !== null && facts.excludedCountyCodes?.includes(need.countyCode)) return 'regionExcluded';
  const unwanted = need.excludedRegionCodes?.some((region) => inRegion(offer.countyCode, region));
  return unwanted === true ? 'regionUnwanted' : null;
}

/** GB/T 2260: the code of a province ends in four zeros, that of a city in two. */
const inRegion = (countyCode: string | null, region: string): boolean =>
  countyCode?.startsWith(region.replace(/(?:00){1,2}$/, '')) === true;
