import type { WeighedConcepts } from '../rank/concepts.js';
import type { ObjectRelation } from '../rank/objects.js';
import type { NeedText } from '../rank/query.js';
import type { Need, Offer } from '../rank/subject.js';

export const gapKinds = [
  'object',
  'trade',
  'missing',
  'scale',
  'readiness',
  'ip',
  'price',
  'mode',
  'description',
] as const;
/** What speaks against a pair, as both sides read it. */
export interface Gap {
  readonly kind: (typeof gapKinds)[number];
  readonly text: string;
}

export interface GapInput {
  readonly need: Need;
  readonly offer: Offer;
  readonly concepts: WeighedConcepts;
  readonly objects: ObjectRelation;
  /** The first size that the need states. */
  readonly askedSize: string | null;
  /** Words of the need that the offer answers. */
  readonly answered: readonly string[];
}

const maxMissing = 3;

/** The weightiest first; never empty: what is not known is a gap too. */
export function gapsOf(input: GapInput): Gap[] {
  const { need, offer } = input;
  const gaps = [
    objectGap(input.objects),
    missingGap(input),
    scaleGap(input),
    readinessGap(offer.readinessLevel, need.leastReadiness ?? null),
    ipGap(offer),
    priceGap(need, offer),
    modeGap(need, offer),
    descriptionGap(offer),
  ].filter((gap) => gap !== null);
  return gaps.length > 0 ? gaps : [{ kind: 'description', text: '规模与工况是否相当，公开信息中看不出，请当面核实' }];
}

function objectGap({ kind, needNames, offerNames }: ObjectRelation): Gap | null {
  if (kind === 'otherObject')
    return {
      kind: 'object',
      text: `对象不同：需求针对${list(needNames)}，成果针对${list(offerNames)}，须先论证能否移用`,
    };
  if (kind === 'otherTrade')
    return { kind: 'trade', text: `行业不同：成果出自${list(offerNames)}领域，词语相近不等于问题相同` };
  return null;
}

const list = (names: readonly string[]): string => names.join('、') || '其他对象';

function missingGap({ concepts, answered }: GapInput): Gap | null {
  const missing = concepts.concepts
    .filter(({ term }) => !answered.some((word) => word.includes(term)))
    .sort((a, b) => b.worth - a.worth || (a.term < b.term ? -1 : 1))
    .slice(0, maxMissing);
  if (missing.length === 0) return null;
  const named = missing.map(({ term }) => `「${term}」`).join('');
  return { kind: 'missing', text: `成果的公开介绍没有提到需求中的${named}` };
}

const unit = '(?:吨|t|kg|公斤|头|只|羽|亩|公顷|立方米|方|m3|千瓦|kw|mw|wh|ah|℃|°c|mpa|ppm|mg|毫米|mm|米|m)';
const quantity = new RegExp(
  String.raw`\d+(?:\.\d+)?\s*(?:万|千|百)?${unit}(?![a-z])(?:/(?:小时|h|天|d|日|年|a|kg|l))?`,
  'giu',
);

const sizesIn = ({ title, summary }: NeedText): string[] =>
  `${title} ${summary ?? ''}`.normalize('NFKC').match(quantity) ?? [];

export const firstSizeIn = (need: NeedText): string | null => sizesIn(need)[0] ?? null;

/** A need that states a size beside an offer that states none. */
function scaleGap({ offer, askedSize }: GapInput): Gap | null {
  if (askedSize === null || sizesIn(offer).length > 0) return null;
  return { kind: 'scale', text: `需求写明「${askedSize}」，成果的公开介绍没有说明规模` };
}

function readinessGap(level: number | null, least: number | null): Gap | null {
  if (level === null) return { kind: 'readiness', text: '成果未说明成熟度' };
  if (least !== null && level < least)
    return { kind: 'readiness', text: `成熟度为 ${level} 级，低于需求希望的 ${least} 级` };
  return level < 7 ? { kind: 'readiness', text: `成熟度为 ${level} 级，尚未在实际环境中验证` } : null;
}

function ipGap({ rights }: Offer): Gap | null {
  if (!rights) return null;
  if (rights.patents === 'ended') return { kind: 'ip', text: '专利均已终止或失效' };
  if (rights.pledged) return { kind: 'ip', text: '专利已质押，须质权人同意' };
  if (rights.licence === 'exclusive' || rights.licence === 'sole')
    return { kind: 'ip', text: '专利已有独占或排他许可，能否再许可须先核实' };
  return rights.patents === 'pending' ? { kind: 'ip', text: '专利尚在审查，未授权' } : null;
}

function priceGap(need: Need, offer: Offer): Gap | null {
  if (offer.priceFen === null) return { kind: 'price', text: '成果未标明价格' };
  if (need.budgetFen === null) return { kind: 'price', text: '需求未说明预算' };
  return offer.priceFen > need.budgetFen ? { kind: 'price', text: '标价高于需求的预算' } : null;
}

function modeGap({ modes: wanted }: Need, { modes: offered }: Offer): Gap | null {
  if (!wanted || !offered || wanted.length === 0 || offered.length === 0) return null;
  return wanted.some((mode) => offered.includes(mode)) ? null : { kind: 'mode', text: '双方希望的合作方式不同' };
}

const descriptionGap = ({ summary }: Offer): Gap | null =>
  summary === null || summary.trim() === ''
    ? { kind: 'description', text: '成果只有名称，没有介绍，请向对方索取说明' }
    : null;
