import { codeLists, type CodeListId } from '../contract/code-lists.policy.js';

/**
 * Codes of the registration form as the register keeps them: those of the contracts' own dated lists, and before them the
 * coarser ones that registrations of earlier years carry.
 */
export interface FormCodes {
  readonly names: Readonly<Record<string, string>>;
}

function codesOf(id: CodeListId, earlier: Readonly<Record<string, string>> = {}): FormCodes {
  const own = codeLists.filter((list) => list.id === id).flatMap((list) => list.codes);
  return { names: { ...earlier, ...Object.fromEntries(own.map(({ code, name }) => [code, name])) } };
}

export const technicalFields = codesOf('technologyField');
export const ipKinds = codesOf('rightKind');
/** 10: years in which the national plans were not told apart. */
export const plans = codesOf('planCategory', { '10': '国家科技计划' });
export const goals = codesOf('socioEconomicGoal');
export const industries = codesOf('industry');
export const paymentManners = codesOf('paymentManner');
/** Groups of natures of which no more than the group is known. */
export const partyNatures = codesOf('partyNature', {
  '010': '机关法人',
  '020': '事业法人',
  '100': '内资企业',
  '200': '港澳台商投资企业',
  '300': '外商投资企业',
});

const folded = (name: string): string => name.normalize('NFKC').replaceAll(/[、,，.()\s]/g, '');

/** The code that a cell means: the code itself, its name, or the name without the group before it (事业法人：科研机构). */
export function codeOf({ names }: FormCodes, cell: string): string | null {
  if (Object.hasOwn(names, cell)) return cell;
  const wanted = folded(cell);
  const found = Object.entries(names).find(([, name]) =>
    [name, name.slice(name.indexOf('：') + 1)].some((known) => folded(known) === wanted),
  );
  return found?.[0] ?? null;
}

/** What a report groups natures into: 企业, 科研机构, 高等院校 and so on. */
export const natureGroups = {
  enterprise: '企业',
  researchInstitute: '科研机构',
  university: '高等院校',
  hospital: '医疗卫生机构',
  otherPublicUnit: '其他事业法人',
  government: '机关法人',
  association: '社团法人',
  soleTrader: '个体经营',
  person: '自然人',
  abroad: '境外机构',
  unknown: '未填',
} as const;
export type NatureGroup = keyof typeof natureGroups;

const groupOfNature: readonly (readonly [string, NatureGroup])[] = [
  ['021', 'researchInstitute'],
  ['022', 'university'],
  ['023', 'hospital'],
  ['02', 'otherPublicUnit'],
  ['01', 'government'],
  ['03', 'association'],
  ['1', 'enterprise'],
  ['2', 'enterprise'],
  ['3', 'enterprise'],
  ['4', 'soleTrader'],
  ['5', 'person'],
  ['6', 'abroad'],
];

export const natureGroupOf = (nature: string | null): NatureGroup =>
  groupOfNature.find(([prefix]) => nature?.startsWith(prefix))?.[1] ?? 'unknown';
