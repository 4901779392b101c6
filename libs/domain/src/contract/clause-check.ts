import { addMonths } from '../calendar/period.js';
import { clausePatterns, essentialClauses, shareLimits, type EssentialClause } from './clause-patterns.policy.js';
import { hasRoyalty, isPatent, type ClauseKind, type ContractClause } from './contract-terms.js';
import type { Contract, ContractType } from './contract.js';

export const clauseFindingGroups = ['missing', 'monopoly', 'unfair', 'form', 'reminder'] as const;
/** 缺少的条款, 非法垄断技术, 显失公平, 登记表缺项, 提醒. */
export type ClauseFindingGroup = (typeof clauseFindingGroups)[number];

/** Something a person should look at before signing or filing: advice, never a verdict. */
export interface ClauseFinding {
  readonly code: string;
  readonly group: ClauseFindingGroup;
  readonly title: string;
  /** The clause concerned; null for the contract as a whole. */
  readonly clause: ClauseKind | null;
  /** The sentence found; null where something is missing. */
  readonly excerpt: string | null;
  readonly article: string;
  readonly repair: string;
}

/** Missing clauses and wording to look at, over clauses as written; free text is one clause `other`. */
export function checkClauses(type: ContractType, clauses: readonly ContractClause[]): readonly ClauseFinding[] {
  return [...missingClauses(type, clauses), ...clauses.flatMap(wordingOf)];
}

function missingClauses(type: ContractType, clauses: readonly ContractClause[]): readonly ClauseFinding[] {
  const all = clauses.map(({ text }) => text).join('\n');
  const isThere = ({ kind, wording }: EssentialClause): boolean =>
    clauses.some((clause) => clause.kind === kind) || wording.test(all);
  return essentialClauses
    .filter((clause) => (clause.types === null || clause.types.includes(type)) && !isThere(clause))
    .map(({ kind, title, standing, article, repair }) => ({
      code: `missing.${kind}`,
      group: standing === 'listed' ? ('missing' as const) : ('reminder' as const),
      title: `没有「${title}」条款`,
      clause: kind,
      excerpt: null,
      article,
      repair,
    }));
}

const maxExcerptCharacters = 200;

function wordingOf({ kind, text }: ContractClause): readonly ClauseFinding[] {
  return sentencesOf(text).flatMap((sentence) => {
    const excerpt = [...sentence].slice(0, maxExcerptCharacters).join('');
    const found = { clause: kind, excerpt };
    const worded = clausePatterns
      .filter(({ patterns, unless }) => matches(patterns, sentence) && !matches(unless, sentence))
      .map(({ code, group, title, article, repair }) => ({ ...found, code, group, title, article, repair }));
    const shares = shareLimits
      .filter(({ pattern, mostPercent }) => Number(pattern.exec(sentence)?.[1] ?? '0') > mostPercent)
      .map(({ code, title, article, repair }) => ({
        ...found,
        code,
        group: 'unfair' as const,
        title,
        article,
        repair,
      }));
    return [...worded, ...shares];
  });
}

const matches = (patterns: readonly RegExp[], sentence: string): boolean =>
  patterns.some((pattern) => pattern.test(sentence));

/** A rule and its exception stand in one sentence; white space of a pasted text does not count. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replace(/[ \t\u3000]+/gu, '')
    .split(/[。;；!?\n]+/u)
    .filter((sentence) => sentence !== '');

const civilCode = '《民法典》';

/** The whole contract: its clauses, what the registration form asks for, and what to remember of its rights. */
export function checkContractClauses(contract: Contract): readonly ClauseFinding[] {
  return [...checkClauses(contract.type, withPayment(contract)), ...formFindings(contract), ...reminders(contract)];
}

/** A payment plan says what a clause on payment would. */
const withPayment = ({ clauses, payment }: Contract): readonly ContractClause[] =>
  payment === null ? clauses : [...clauses, { kind: 'payment', text: '' }];

const note = (
  group: ClauseFindingGroup,
  code: string,
  title: string,
  article: string,
  repair: string,
): ClauseFinding => ({ group, code, title, clause: null, excerpt: null, article, repair });

const form = '《技术合同登记表》填写说明';

/** What the registration form asks for and the contract does not say yet. Of a transfer two figures are required. */
export function formFindings(
  contract: Pick<Contract, 'type' | 'expectedInvestment' | 'expectedOutput' | 'classification' | 'parties' | 'rights'>,
): readonly ClauseFinding[] {
  const { type, expectedInvestment, expectedOutput, classification, parties, rights } = contract;
  const unknown = rights.filter(
    (right) => isPatent(right) && [right.number, right.holder, right.filedOn, right.expiresOn].includes(null),
  );
  return [
    ...(type === 'transfer' && (expectedInvestment === null || expectedOutput === null)
      ? [
          note(
            'form',
            'form.expectedFigures',
            '技术转让未填预计新增投入或预计新增产值',
            form,
            '请填写预计新增投入与预计新增产值。',
          ),
        ]
      : []),
    ...(Object.values(classification).includes(null)
      ? [
          note(
            'form',
            'form.classification',
            '登记表分类代码不全',
            form,
            '请填写技术领域、计划类别、社会经济目标和服务的国民经济行业。',
          ),
        ]
      : []),
    ...(parties.some(({ natureCode }) => natureCode === null)
      ? [note('form', 'form.partyNature', '当事人性质代码不全', form, '请填写每一方当事人的性质代码。')]
      : []),
    ...unknown.map((right) =>
      note(
        'missing',
        'missing.patentParticulars',
        `「${right.title}」的专利事项不全`,
        `${civilCode}第八百四十五条第三款`,
        '请注明发明创造名称、申请人和专利权人、申请日期、申请号、专利号以及有效期限。',
      ),
    ),
  ];
}

/** Months within which a licence is filed at CNIPA after it takes effect (专利法实施细则 art. 15). */
const licenceFilingMonths = 3;

function reminders(contract: Contract): readonly ClauseFinding[] {
  const { type, subType, licence, payment, rights, effectiveOn } = contract;
  const patented = rights.some(isPatent);
  const until = effectiveOn === null ? '' : `（不晚于 ${addMonths(effectiveOn, licenceFilingMonths)}）`;
  return [
    ...(type === 'licence' && licence === null
      ? [
          note(
            'reminder',
            'reminder.licenceManner',
            '没有约定许可方式',
            '技术合同司法解释第二十五条',
            '没有约定或者约定不明确的，认定为普通实施许可；请写明独占、排他或普通。',
          ),
        ]
      : []),
    ...(type === 'licence' && patented
      ? [
          note(
            'reminder',
            'reminder.licenceFiling',
            '专利实施许可应当备案',
            '《专利法实施细则》第十五条',
            `请自合同生效之日起三个月内向国务院专利行政部门备案${until}。`,
          ),
        ]
      : []),
    ...(subType === 'patentRight' || subType === 'patentApplicationRight'
      ? [
          note(
            'reminder',
            'reminder.transferRegistration',
            '专利权、专利申请权的转让自登记之日起生效',
            '《专利法》第十条',
            '签订后请向国务院专利行政部门登记。',
          ),
        ]
      : []),
    ...(payment?.royalty && !payment.royalty.auditRight
      ? [
          note(
            'reminder',
            'reminder.auditRight',
            '提成支付没有约定查阅会计账目',
            `${civilCode}第八百四十六条第三款`,
            '可以约定查阅有关会计账目的办法，以便核对提成。',
          ),
        ]
      : []),
    ...(hasRoyalty(contract)
      ? [
          note(
            'reminder',
            'reminder.amountsProvisional',
            '提成合同的金额待补充',
            '技术合同认定规则（国科发政字〔2001〕253号，已废止）第五十三条',
            '登记时按入门费或预计金额；享受税收优惠、奖酬前须补充实际金额。',
          ),
        ]
      : []),
  ];
}
