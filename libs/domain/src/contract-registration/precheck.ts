import type { LocalDate } from '../calendar/local-date.js';
import type { FiledContract, FiledParty } from './filed-contract.js';
import { maxTechnologyValue, partiesOf } from './filed-contract.js';
import type { Landing } from './landing.js';
import { landingGround } from './landing.js';
import { needsSecondReview } from './deadline.js';
import type { RuleSet } from './rule-set.policy.js';

/** One thing a filing would meet. `blocking`: it would not be taken; `notice`: good to know before filing. */
export interface Finding {
  readonly code: string;
  readonly severity: 'blocking' | 'notice';
  readonly text: string;
  readonly repair: string;
}

const blocking = (code: string, text: string, repair: string): Finding => ({
  code,
  severity: 'blocking',
  text,
  repair,
});
const notice = (code: string, text: string, repair: string): Finding => ({ code, severity: 'notice', text, repair });

export interface PrecheckFacts {
  readonly contract: FiledContract;
  readonly state: string;
  readonly rules: RuleSet;
  readonly today: LocalDate;
  readonly landing: Landing | null;
  readonly alreadyFiled: boolean;
  /** The same signed text has an open or valid registration. */
  readonly sameText?: boolean;
  /** Parties whose code fails its check without a documented reason. */
  readonly doubtfulCodes?: readonly FiledParty[];
  /** How many other cases look like this contract. */
  readonly duplicates?: number;
  /** Codes of the catalogue; an empty list was never loaded. */
  readonly places?: { readonly counties: readonly string[]; readonly zones: readonly string[] };
}

/** The checks of a filing, free of consequence: the seller sees before filing what the office would see. */
export function precheck(facts: PrecheckFacts): readonly Finding[] {
  return [
    ...standing(facts),
    ...duplicateFindings(facts),
    ...partyFindings(facts.contract),
    ...codeFindings(facts),
    ...placeFindings(facts),
    ...amountFindings(facts),
    ...rewardFindings(facts),
  ];
}

function standing({ contract, state, rules, today, alreadyFiled }: PrecheckFacts): Finding[] {
  const found: Finding[] = [];
  if (state !== 'effective' || (contract.effectiveOn !== null && contract.effectiveOn > today)) {
    found.push(blocking('notEffective', '合同尚未生效。', '请待各方签署、合同生效后申请登记。'));
  }
  if (rules.withinValidity && contract.validUntil !== null && contract.validUntil < today) {
    found.push(
      blocking('validityPast', `合同有效期至 ${contract.validUntil}，已经届满。`, '应在合同生效后的有效期内申请登记。'),
    );
  }
  if (alreadyFiled)
    found.push(blocking('alreadyFiled', '该合同已有在办或有效的登记。', '同一合同只登记一次，请查看已有登记。'));
  return found;
}

function duplicateFindings({ sameText, duplicates }: PrecheckFacts): Finding[] {
  const found: Finding[] = [];
  if (sameText) {
    found.push(
      blocking('sameText', '同一合同文本已有在办或有效的登记。', '同一合同只登记一次，请使用已有的登记证明。'),
    );
  }
  if ((duplicates ?? 0) > 0) {
    found.push(
      notice(
        'duplicateSuspected',
        `另有 ${duplicates} 项登记与本合同的当事人、名称、金额相同或相近，登记机构将核对是否重复。`,
        '如为不同的合同，请在项目名称中写明区别；如为同一合同，请勿重复申请。',
      ),
    );
  }
  return found;
}

const codeFindings = ({ doubtfulCodes }: PrecheckFacts): Finding[] =>
  (doubtfulCodes ?? []).map((party) =>
    notice(
      'creditCodeDoubtful',
      `「${party.name}」的统一社会信用代码 ${party.creditCode} 未通过校验。`,
      '请核对代码；确属真实代码的，请备好营业执照等证明，由登记机构核实并记录。',
    ),
  );

/** Places of the city and its zones are those of the catalogue; elsewhere any place code will do. */
function placeFindings({ landing, places }: PrecheckFacts): Finding[] {
  if (!landing || !places) return [];
  const { countyCode, zoneCode } = landing;
  const found: Finding[] = [];
  const ofCity = countyCode.startsWith(cityPrefix) && places.counties.length > 0;
  if (ofCity && countyCode !== cityCode && !places.counties.includes(countyCode)) {
    found.push(blocking('countyUnknown', `本市没有代码为 ${countyCode} 的县区。`, '请从县区目录中选择。'));
  }
  if (zoneCode !== null && places.zones.length > 0 && !places.zones.includes(zoneCode)) {
    found.push(blocking('zoneUnknown', `没有代码为 ${zoneCode} 的示范区。`, '请从示范区目录中选择。'));
  }
  return found;
}

const cityPrefix = '6210';
const cityCode = '621000';

function partyFindings(contract: FiledContract): Finding[] {
  const found: Finding[] = [];
  for (const [role, name] of [
    ['seller', '卖方'],
    ['buyer', '买方'],
  ] as const) {
    if (partiesOf(contract, role).length === 0) {
      found.push(blocking(`${role}Missing`, `合同没有${name}。`, `请补充${name}信息。`));
    }
  }
  for (const party of contract.parties) {
    if (party.creditCode === '') {
      found.push(blocking('creditCodeMissing', `「${party.name}」没有统一社会信用代码。`, '请补充统一社会信用代码。'));
    }
  }
  return found;
}

function amountFindings({ contract, rules }: PrecheckFacts): Finding[] {
  const most = maxTechnologyValue(contract);
  const found: Finding[] = [];
  if (contract.contractValue <= 0n) found.push(blocking('valueMissing', '合同成交额应大于零。', '请明确价款。'));
  if (contract.declaredTechnologyValue <= 0n || contract.declaredTechnologyValue > most) {
    found.push(
      blocking(
        'technologyValueWrong',
        '申报的技术交易额应大于零，且不超过成交额减去非技术性款项（合理载体除外）。',
        '请分项核对非技术性款项与技术交易额。',
      ),
    );
  }
  if (needsSecondReview(rules, contract.declaredTechnologyValue, false)) {
    found.push(
      notice(
        'secondReview',
        '技术交易额达到大额标准，将由第二人复核并组织专家审核，期限为30个工作日。',
        '请预留办理时间。',
      ),
    );
  }
  return found;
}

function rewardFindings({ contract, landing }: PrecheckFacts): Finding[] {
  if (contract.brokerage.length === 0) return [];
  if (contract.relatedParty)
    return [notice('relatedParty', '关联交易可以登记，但不计入服务机构和经纪人奖补。', '无需处理。')];
  const place = landing ?? { countyCode: '', zoneCode: null, site: null, evidence: [] };
  return landingGround(contract, place, true) === null
    ? [
        notice(
          'notLanded',
          '买方不在本市，且未写明示范区内的实施地点，不计入奖补。',
          '如在示范区内实施，请填写实施地点与证明材料。',
        ),
      ]
    : [];
}
