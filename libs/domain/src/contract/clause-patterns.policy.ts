import type { LocalDate } from '../calendar/local-date.js';
import type { ClauseKind } from './contract-terms.js';
import type { ContractType } from './contract.js';

/** Wording that a person should look at. Found or not, it decides nothing: 约定 is read as a whole. */
export interface ClausePattern {
  readonly code: string;
  readonly group: 'monopoly' | 'unfair';
  readonly title: string;
  /** Any of these in one sentence. */
  readonly patterns: readonly RegExp[];
  /** Unless one of these is in the same sentence. */
  readonly unless: readonly RegExp[];
  readonly article: string;
  readonly repair: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const interpretation = '《最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释》第十条';
const code = { effectiveFrom: '2021-01-01', effectiveTo: null } as const;
const provider = '(?:甲方|卖方|让与人|转让方|许可人|许可方|技术提供方|供方)';
/** Within one part of a sentence; `far` also over a comma. White space is folded before, full-width marks too. */
const any = (count: number): string => `[^。;,]{0,${count}}`;
const far = (count: number): string => `[^。;]{0,${count}}`;
const wording = (text: string): RegExp => new RegExp(text, 'u');
const ban = '(?:不得|禁止|不能|无权|不允许)';

export const clausePatterns: readonly ClausePattern[] = [
  {
    ...code,
    code: 'improvementRestricted',
    group: 'monopoly',
    title: '限制改进或不对等回授',
    patterns: [
      wording(`${ban}${any(24)}(?:改进|后续研发|后续研究|新的研究开发|二次开发|再开发)`),
      wording(`改进${far(30)}(?:无偿|免费|无条件)${any(16)}(?:归|转让|提供|许可|交付|属于|共享)`),
      wording(`改进${any(16)}(?:归|属于?)${provider}(?:单独|独占)?(?:所有|享有)`),
    ],
    unless: [/对等|互惠|合理对价|有偿|归(?:完成|改进)/u],
    article: `${interpretation}第（一）项；《民法典》第八百五十、八百七十五条`,
    repair: '请删去对改进的限制；改进成果归改进方，或约定对等、有偿的回授。',
  },
  {
    ...code,
    code: 'competingTechnologyRestricted',
    group: 'monopoly',
    title: '限制获得类似或竞争技术',
    patterns: [
      wording(
        `${ban}${any(20)}(?:第三方|第三人|其他来源|他人|其他单位)${any(20)}(?:获得|引进|受让|采用|使用|购买|取得)?${any(12)}(?:类似|竞争|同类|相同)${any(6)}技术`,
      ),
      wording(`${ban}${any(12)}(?:采用|使用|引进|获得|受让|取得|购买)${any(16)}(?:竞争|类似|同类)${any(8)}技术`),
    ],
    unless: [],
    article: `${interpretation}第（二）项；《民法典》第八百五十条`,
    repair: '请删去该限制，买方可以从其他来源获得类似或竞争的技术。',
  },
  {
    ...code,
    code: 'exploitationObstructed',
    group: 'monopoly',
    title: '阻碍合理实施（数量、品种、价格、渠道、出口）',
    patterns: [
      wording(`(?:产量|生产数量|销售数量|年产)${any(12)}(?:不得|不能)(?:超过|高于|多于)`),
      wording(
        `(?:销售价格|售价|零售价|出厂价|销售单价)${any(14)}(?:由${provider}(?:确定|决定|指定|核定|批准)|不得(?:低于|高于))`,
      ),
      wording(`${ban}${any(14)}(?:出口|销往境外|销往国外|向境外销售)`),
      wording(`(?:只能|仅可|仅能|必须)${any(10)}(?:通过|经由|委托)${provider}${any(14)}(?:销售|经销)`),
      wording(`(?:只能|仅可|仅能|仅限)(?:生产|制造)${any(14)}(?:品种|型号|规格)`),
    ],
    unless: [/许可地域|专利保护地域/u],
    article: `${interpretation}第（三）项；《民法典》第八百五十、八百六十四条`,
    repair: '请删去该限制；实施范围可以约定，但不得限制技术竞争和技术发展。',
  },
  {
    ...code,
    code: 'tying',
    group: 'monopoly',
    title: '搭售非必需的附带条件',
    patterns: [
      wording(
        `(?:必须|应当|须|同时|一并)${any(14)}(?:购买|接受|采购|聘用|接收|租用)${any(16)}(?:非必需|无关|其他(?:技术|设备|产品|服务)|全部设备|指定人员)`,
      ),
      wording(`(?:必须|应当|须)${any(8)}(?:聘用|接收)${provider}${any(8)}人员`),
      wording('搭售'),
    ],
    unless: [/(?:不得|禁止|不)(?:要求)?搭售|必不可少|所必需|自愿/u],
    article: `${interpretation}第（四）项；《民法典》第八百五十条`,
    repair: '请删去并非实施技术必不可少的技术、原材料、设备、服务或人员；确属必需的写明理由。',
  },
  {
    ...code,
    code: 'purchaseChannelRestricted',
    group: 'monopoly',
    title: '不合理限制采购渠道',
    patterns: [
      wording(
        `(?:原材料|原料|零部件|设备|菌种|种苗|饲料)${any(14)}(?:只能|必须|仅限|须|仅可)${any(8)}(?:从|向|由)${any(8)}(?:${provider}|指定)`,
      ),
      wording(`(?:只能|必须|仅限|须|仅可)${any(6)}(?:从|向)${any(4)}(?:${provider}|指定)${any(14)}(?:购买|采购)`),
      wording(`${ban}${any(8)}(?:从|向)(?:其他|第三方|他人)${any(12)}(?:购买|采购)`),
    ],
    unless: [/同等条件|优先|质量标准所必需/u],
    article: `${interpretation}第（五）项；《民法典》第八百五十条`,
    repair: '请改为约定质量标准，买方可以自行选择供货人；可以约定同等条件下优先。',
  },
  {
    ...code,
    code: 'challengeForbidden',
    group: 'monopoly',
    title: '禁止对知识产权有效性提出异议',
    patterns: [
      wording(
        `(?=[^。;]*(?:知识产权|专利|商标|权利的?有效性))[^。;]*(?:${ban}|放弃|承诺不)${any(20)}(?:异议|无效宣告|宣告${any(8)}无效|质疑)`,
      ),
      wording(`附${any(4)}条件${any(10)}(?:提出|提起)${any(8)}(?:无效宣告|异议)`),
    ],
    unless: [/有权提出异议|不影响[^。;]{0,10}异议/u],
    article: `${interpretation}第（六）项；《民法典》第八百五十条`,
    repair: '请删去该条，买方可以依法对知识产权的有效性提出异议。',
  },
  {
    ...code,
    code: 'injuryExempted',
    group: 'unfair',
    title: '免除人身损害或故意、重大过失的责任',
    patterns: [
      wording(`(?:人身损害|人身伤害|人身伤亡|故意|重大过失)${far(24)}(?:不承担|不负|免除|免责|概不负责)`),
      wording(`(?:不承担|免除)${any(16)}(?:人身损害|人身伤害|故意|重大过失)`),
    ],
    unless: [/不(?:因此)?免除/u],
    article: '《民法典》第五百零六条',
    repair: '这类免责条款无效，请删去。',
  },
  {
    ...code,
    code: 'remediesWaived',
    group: 'unfair',
    title: '排除对方主要权利',
    patterns: [wording(`(?:放弃|不得主张|不得要求|无权要求|无权主张)${any(16)}(?:赔偿|违约责任|解除|诉讼|仲裁|索赔)`)],
    unless: [/双方(?:均|互相|相互)/u],
    article: '《民法典》第四百九十七条第（三）项（格式条款）',
    repair: '请删去，或改为双方对等的责任约定。',
  },
  {
    ...code,
    code: 'unilateralChange',
    group: 'unfair',
    title: '一方单独变更合同',
    patterns: [
      wording(
        `(?:甲方|乙方|卖方|买方|许可方|许可人|让与人|受让人|转让方|受让方|委托方|受托方)(?:有权|可以|可)(?:单方|随时|自行|单独)${any(12)}(?:变更|调整|修改|提高|增加)`,
      ),
      wording('最终解释权'),
    ],
    unless: [/书面同意|协商一致/u],
    article: '《民法典》第五百四十三、四百九十六至四百九十八条',
    repair: '变更应当协商一致；请改为双方书面同意后变更。',
  },
  {
    ...code,
    code: 'titleNotWarranted',
    group: 'unfair',
    title: '不保证技术合法、完整',
    patterns: [wording(`(?:不保证|不担保|概不保证)${any(24)}(?:合法|拥有|所有权|权属|完整|无误|有效|侵权)`)],
    unless: [],
    article: '《民法典》第八百七十、八百七十四条',
    repair: '让与人、许可人应当保证自己是技术的合法拥有者，并保证技术完整、无误、有效，能够达到约定的目标；请改正。',
  },
  {
    ...code,
    code: 'royaltyAfterExpiry',
    group: 'unfair',
    title: '专利届满或无效后仍收费',
    patterns: [
      wording(
        `(?:专利|权利)${far(16)}(?:届满|终止|失效|无效)${far(16)}(?:继续|仍)${far(10)}(?:支付|交纳|缴纳|提成|使用费)`,
      ),
    ],
    unless: [/技术秘密/u],
    article: '《民法典》第八百六十五条',
    repair: '专利实施许可合同仅在专利权存续期限内有效；请约定届满或无效后停止收费。',
  },
  {
    ...code,
    code: 'arbitrationOrCourt',
    group: 'unfair',
    title: '或裁或审',
    patterns: [
      wording(`仲裁${far(20)}(?:或者?|也可以?)${far(14)}(?:诉讼|起诉|人民法院)`),
      wording(`(?:诉讼|起诉|人民法院)${far(14)}(?:或者?|也可以?)${far(16)}仲裁`),
    ],
    unless: [],
    article: '《最高人民法院关于适用〈仲裁法〉若干问题的解释》第七条',
    repair: '约定既可仲裁又可诉讼的，仲裁协议一般无效；请只选一种。',
  },
];

/** A share of the price that the law or the courts measure. The number in the text is compared, 超过 excludes it. */
export interface ShareLimit {
  readonly code: string;
  readonly title: string;
  readonly pattern: RegExp;
  readonly mostPercent: number;
  readonly article: string;
  readonly repair: string;
}

export const shareLimits: readonly ShareLimit[] = [
  {
    code: 'depositTooHigh',
    title: '定金过高',
    pattern: /定金[^。;]{0,20}?(\d{1,3}(?:\.\d+)?)%/u,
    mostPercent: 20,
    article: '《民法典》第五百八十六条第二款',
    repair: '定金不得超过主合同标的额的百分之二十，超过部分不产生定金的效力。',
  },
  {
    code: 'penaltyHigh',
    title: '违约金可能过高',
    pattern: /违约金[^。;]{0,24}?(\d{1,3}(?:\.\d+)?)%/u,
    mostPercent: 30,
    article: '《民法典》第五百八十五条；法释〔2023〕13号第六十五条',
    repair: '违约金超过造成损失的百分之三十的，一般可以认定过分高于损失；请核对比例。',
  },
];

/** What a technology contract generally says (民法典 art. 845), and what to look for in a text. */
export interface EssentialClause {
  readonly kind: ClauseKind;
  readonly title: string;
  readonly wording: RegExp;
  /** Null: of every type. */
  readonly types: readonly ContractType[] | null;
  /** `listed`: art. 845 names it; `advised`: another article, or prudence. */
  readonly standing: 'listed' | 'advised';
  readonly article: string;
  readonly repair: string;
}

const listed = { types: null, standing: 'listed', article: '《民法典》第八百四十五条' } as const;

export const essentialClauses: readonly EssentialClause[] = [
  {
    ...listed,
    kind: 'subject',
    title: '标的的内容、范围和要求',
    wording: /标的|技术内容|技术指标|研究开发内容|服务内容|咨询内容/u,
    repair: '请写明技术的内容、范围和要求达到的技术指标。',
  },
  {
    ...listed,
    kind: 'performance',
    title: '履行的计划、地点和方式',
    wording: /履行(?:期限|地点|方式|计划|进度)|进度安排|交付(?:时间|方式|地点)/u,
    repair: '请写明履行的进度、地点和交付方式。',
  },
  {
    ...listed,
    kind: 'confidentiality',
    title: '技术信息和资料的保密',
    wording: /保密/u,
    repair: '请写明保密的内容、范围、期限和责任。',
  },
  {
    ...listed,
    kind: 'ownership',
    title: '技术成果的归属和收益的分配办法',
    wording: /(?:成果|知识产权|专利申请权)[^。；]{0,16}(?:归|属于|归属|共有)|收益[^。；]{0,10}分配/u,
    repair: '请写明履行中产生的技术成果归谁、收益如何分配。',
  },
  {
    ...listed,
    kind: 'acceptance',
    title: '验收标准和方法',
    wording: /验收/u,
    repair: '请写明验收标准、方法、时间和不合格的处理。',
  },
  {
    ...listed,
    kind: 'definitions',
    title: '名词和术语的解释',
    wording: /(?:名词|术语)[^。；]{0,8}解释|下列(?:名词|术语|用语)|本合同(?:中)?所称/u,
    repair: '请解释合同中的专门名词和术语。',
  },
  {
    kind: 'risk',
    title: '风险责任的承担',
    wording: /风险/u,
    types: ['development'],
    standing: 'advised',
    article: '《民法典》第八百五十八条',
    repair: '请约定研究开发失败的风险由谁承担；没有约定又不能确定的，由当事人合理分担。',
  },
  {
    kind: 'improvement',
    title: '后续改进的技术成果的分享办法',
    wording: /后续改进/u,
    types: ['transfer', 'licence'],
    standing: 'advised',
    article: '《民法典》第八百七十五条',
    repair: '请按互利原则约定后续改进成果的分享；没有约定的，一方改进的成果他方无权分享。',
  },
  {
    kind: 'payment',
    title: '价款、报酬或者使用费及其支付方式',
    wording: /支付|付款/u,
    types: null,
    standing: 'advised',
    article: '《民法典》第八百四十六、四百七十条',
    repair: '请写明支付方式与各期金额。',
  },
  {
    kind: 'breach',
    title: '违约责任',
    wording: /违约/u,
    types: null,
    standing: 'advised',
    article: '《民法典》第四百七十条第一款第（七）项',
    repair: '请约定违约责任。',
  },
  {
    kind: 'disputes',
    title: '解决争议的方法',
    wording: /争议/u,
    types: null,
    standing: 'advised',
    article: '《民法典》第四百七十条第一款第（八）项',
    repair: '请约定协商、调解及仲裁或诉讼。',
  },
];
