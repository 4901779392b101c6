import type { LocalDate } from '../calendar/local-date.js';

/**
 * Code lists of the registration form (《技术合同登记表》). The national form is revised with each approval of the
 * statistics, so every list has its days. `evidence` as of the rule sets: `secondary` from a copy, `known` from general
 * knowledge without the text at hand; neither may be printed as law.
 */
export interface CodeList {
  readonly source: string;
  readonly evidence: 'secondary' | 'known';
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly names: Readonly<Record<string, string>>;
}

/** 买方、卖方性质. */
export const partyNatures: CodeList = {
  source: '《技术合同登记表》代码（转载）；330、400、500、600按编码规律补足',
  evidence: 'secondary',
  effectiveFrom: '2000-01-01',
  effectiveTo: null,
  names: {
    '010': '机关法人',
    '011': '国家级机关法人',
    '012': '省级机关法人',
    '013': '市级机关法人',
    '014': '县级及以下机关法人',
    '020': '事业法人',
    '021': '科研机构',
    '022': '高等院校',
    '023': '医疗卫生机构',
    '024': '其他事业法人',
    '030': '社团法人',
    '100': '内资企业',
    '110': '国有企业',
    '120': '集体企业',
    '130': '股份合作企业',
    '140': '联营企业',
    '150': '有限责任公司',
    '160': '股份有限公司',
    '170': '私营企业',
    '180': '其他内资企业',
    '200': '港澳台商投资企业',
    '210': '港澳台合资经营企业',
    '220': '港澳台合作经营企业',
    '230': '港澳台商独资经营企业',
    '240': '港澳台商投资股份有限公司',
    '300': '外商投资企业',
    '310': '中外合资经营企业',
    '320': '中外合作经营企业',
    '330': '外资企业',
    '340': '外商投资股份有限公司',
    '400': '个体经营',
    '500': '自然人',
    '600': '境外机构',
  },
};

/** 知识产权类型: seven kinds and none; patents by their three kinds. */
export const ipKinds: CodeList = {
  source: '《技术合同登记表》知识产权类型（七类及未涉及，转载）',
  evidence: 'known',
  effectiveFrom: '2000-01-01',
  effectiveTo: null,
  names: {
    none: '未涉及知识产权',
    technicalSecret: '技术秘密',
    inventionPatent: '发明专利',
    utilityModelPatent: '实用新型专利',
    designPatent: '外观设计专利',
    softwareCopyright: '计算机软件著作权',
    plantVariety: '动植物新品种权',
    layoutDesign: '集成电路布图设计专有权',
    biomedicine: '生物、医药新品种权',
  },
};

/** 技术领域. */
export const technicalFields: CodeList = {
  source: '技术合同统计技术领域（11类，转载）',
  evidence: 'known',
  effectiveFrom: '2000-01-01',
  effectiveTo: null,
  names: {
    electronics: '电子信息',
    aerospace: '航空航天',
    manufacturing: '先进制造',
    biomedicine: '生物医药和医疗器械',
    materials: '新材料及其应用',
    energy: '新能源与高效节能',
    environment: '环境保护与资源综合利用',
    nuclear: '核应用',
    agriculture: '农业',
    transport: '现代交通',
    urban: '城市建设与社会发展',
  },
};

/** 计划类别. */
export const plans: CodeList = {
  source: '技术合同登记表计划类别（转载）',
  evidence: 'known',
  effectiveFrom: '2000-01-01',
  effectiveTo: null,
  names: {
    national: '国家科技计划',
    ministry: '部门计划',
    province: '省、自治区、直辖市计划',
    prefecture: '地市县计划',
    none: '计划外',
  },
};

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
