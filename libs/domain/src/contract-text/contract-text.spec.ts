import { contractTypes, type Contract, type ContractType } from '../contract/contract.js';
import { clauseKinds, noTerms } from '../contract/contract-terms.js';
import { blanksOf, contractText } from './contract-text.js';

const at = new Date('2026-11-01T00:00:00Z');
const party = { countyCode: '621022', countryCode: '142', natureCode: null, signedAt: null, endingAgreedAt: null };

const contract = (change: Partial<Contract> = {}): Contract => ({
  ...noTerms,
  id: '0193f0a2-7c1e-7000-8000-000000000001',
  dealId: '0193f0a2-7c1e-7000-8000-000000000002',
  title: '羔羊代乳料研制',
  type: 'development',
  subType: 'commissioned',
  state: 'draft',
  parties: [
    { ...party, role: 'seller', organizationId: 's', name: '示例农科院', creditCode: 'S' },
    { ...party, role: 'buyer', organizationId: 'b', name: '示例羊业', creditCode: 'B' },
  ],
  contractValue: 120_000_000n,
  nonTechnologyItems: [],
  declaredTechnologyValue: 120_000_000n,
  achievementId: null,
  listingId: null,
  signedOn: null,
  effectiveOn: null,
  validFrom: null,
  validUntil: null,
  relatedParty: false,
  brokerage: [],
  settled: null,
  cancelReason: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
  ...change,
});

const textOf = (one: Contract): string =>
  contractText(one)
    .articles.flatMap(({ heading, paragraphs }) => [
      heading,
      ...paragraphs.map((runs) => runs.map(({ text }) => text).join('')),
    ])
    .join('\n');

const subTypes = {
  development: 'commissioned',
  transfer: 'patentRight',
  licence: 'patent',
  consulting: 'feasibilityStudy',
  service: 'general',
} as const satisfies Record<ContractType, Contract['subType']>;

describe('the text of a contract', () => {
  it.each(contractTypes)('of type %s has every content of art. 845, and marks what is missing', (type) => {
    const text = contractText(contract({ type, subType: subTypes[type] }));
    const headings = text.articles.map(({ heading }) => heading).join('\n');
    for (const essential of [
      '项目名称',
      '标的的内容、范围和要求',
      '履行的计划、地点和方式',
      '保密',
      '归属',
      '验收',
      '名词',
    ])
      expect(headings).toContain(essential);
    expect(headings.startsWith('第一条')).toBe(true);
    const blanks = blanksOf(text);
    for (const asks of ['标的的内容、范围和技术要求', '支付的方式、时间和金额', '履行期限的最后一日'])
      expect(blanks).toContain(asks);
  });

  it.each(contractTypes)('of type %s has nothing blank that its clauses tell', (type) => {
    const clauses = clauseKinds.map((kind) => ({ kind, text: `约定的${kind}` }));
    const full = contract({ type, subType: subTypes[type], clauses, validUntil: '2028-12-31' });
    for (const { text } of clauses.filter(({ kind }) => !['risk', 'improvement'].includes(kind)))
      expect(textOf(full)).toContain(text);
    const open = blanksOf(contractText(full)).filter((asks) => !/支付|权利|地域|许可期限|移交/.test(asks));
    expect(open).toEqual([]);
  });

  it('splits the amounts and writes them in both ways', () => {
    const text = textOf(
      contract({
        nonTechnologyItems: [
          { kind: 'equipment', amount: 35_000_000n, withinReasonableCarrier: false },
          { kind: 'other', amount: 2_000_000n, withinReasonableCarrier: true },
        ],
        declaredTechnologyValue: 85_000_000n,
      }),
    );
    expect(text).toContain('合同成交总额为人民币 1200000.00 元（大写：壹佰贰拾万元整）。');
    expect(text).toContain('其中设备费用人民币 350000.00 元（大写：叁拾伍万元整），为非技术性款项，单独计算。');
    expect(text).toContain('技术交易额为人民币 850000.00 元（大写：捌拾伍万元整）');
  });

  it('tells the licence and the patent it is of; a licence silent on its manner is an ordinary one', () => {
    const right = {
      kind: 'inventionPatent',
      title: '一种羔羊代乳料',
      number: 'ZL202310000001.X',
      holder: '示例农科院',
      filedOn: '2023-01-05',
      expiresOn: '2043-01-04',
      state: 'inForce',
      patentId: null,
      licensedUntil: null,
    } as const;
    const silent = textOf(contract({ type: 'licence', subType: 'patent', rights: [right] }));
    expect(silent).toContain('普通实施许可');
    expect(silent).toContain('编号 ZL202310000001.X；权利人 示例农科院；申请日 2023-01-05；有效期至 2043-01-04。');
    const licence = { manner: 'exclusive', territory: '庆阳市', until: '2030-12-31', sublicensable: true } as const;
    const told = textOf(contract({ type: 'licence', subType: 'patent', rights: [right], licence }));
    expect(told).toContain('独占实施许可');
    expect(told).toContain('许可的期限至 2030-12-31。');
  });

  it('tells a royalty with its base, its steps, its settlement and the right to see the accounts', () => {
    const text = textOf(
      contract({
        payment: {
          manner: 'entryFeeAndRoyalty',
          instalments: [{ amount: 10_000_000n, dueOn: '2026-12-31', condition: '合同生效' }],
          royalty: {
            base: 'sales',
            steps: [
              { from: 0n, rateBasisPoints: 325 },
              { from: 100_000_000n, rateBasisPoints: 200 },
            ],
            settlement: 'quarterly',
            auditRight: true,
            until: '2030-12-31',
          },
        },
      }),
    );
    expect(text).toContain('第 1 笔：人民币 100000.00 元，合同生效，不迟于 2026-12-31。');
    expect(text).toContain('以产品销售额为基数，每季度结算一次，至 2030-12-31 止');
    expect(text).toContain('自首笔起，比例为 3.25%。');
    expect(text).toContain('超过人民币 1000000.00 元的部分，比例为 2%。');
    expect(text).toContain('有权查阅有关的会计账目');
  });
});
