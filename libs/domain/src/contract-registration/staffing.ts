/** What a registration office should have. Asked for by provincial acts on the guideline 国科火字〔2022〕159号: warnings, no bar. */
export const staffingPolicy = {
  fewestRegistrars: 3,
  source: '《技术合同认定登记工作指引》（国科火字〔2022〕159号）及各省实施文件',
  evidence: 'secondary',
} as const;

/** An officer's post at an office. */
export interface OfficerPost {
  readonly personId: string;
  /** 登记机构负责人: sees the reminders of the whole office. */
  readonly head: boolean;
  /** B 角: who stands in; null while nobody does. */
  readonly backupPersonId: string | null;
}

export type StaffingWarning = 'tooFewRegistrars' | 'noHead' | 'noBackup' | 'backupOutside';

export function staffingWarnings(posts: readonly OfficerPost[]): readonly StaffingWarning[] {
  const people = new Set(posts.map((post) => post.personId));
  const warnings: StaffingWarning[] = [];
  if (people.size < staffingPolicy.fewestRegistrars) warnings.push('tooFewRegistrars');
  if (!posts.some((post) => post.head)) warnings.push('noHead');
  if (posts.some((post) => post.backupPersonId === null)) warnings.push('noBackup');
  if (posts.some((post) => post.backupPersonId !== null && !people.has(post.backupPersonId)))
    warnings.push('backupOutside');
  return warnings;
}
