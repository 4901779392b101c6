import type { Schemas } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { contractType } from './registration.codes.ts';
import type { Codes, CodeWords } from './codes.ts';

type Register = NonNullable<paths['/v1/registration-entries']['get']['parameters']['query']>;
type Of<K extends keyof Register> = Codes<NonNullable<Register[K]> & string>;

export const dimension: Codes<Schemas['FigureTableView']['dimension']> = {
  type: ['合同类别', 'Type'],
  field: ['技术领域', 'Field'],
  sellerNature: ['卖方性质', 'Nature of the seller'],
  buyerNature: ['买方性质', 'Nature of the buyer'],
  ipKind: ['知识产权类型', 'Rights'],
  plan: ['计划类别', 'Plan'],
  sizeBand: ['成交额规模', 'Size'],
  direction: ['输出与吸纳', 'Output and absorption'],
  sellerPlace: ['卖方所在地', 'Place of the seller'],
  buyerPlace: ['买方所在地', 'Place of the buyer'],
  flow: ['县区流向', 'Flow between counties'],
  source: ['登记来源', 'Source'],
};

const nature: Of<'sellerNature'> = {
  enterprise: ['企业', 'Enterprise'],
  researchInstitute: ['科研机构', 'Research institute'],
  university: ['高等院校', 'University'],
  hospital: ['医疗卫生机构', 'Hospital'],
  otherPublicUnit: ['其他事业法人', 'Other public unit'],
  government: ['机关法人', 'Government'],
  association: ['社团法人', 'Association'],
  soleTrader: ['个体经营', 'Sole trader'],
  person: ['自然人', 'Person'],
  abroad: ['境外机构', 'Abroad'],
  unknown: ['未填', 'Not given'],
};
const field: Of<'field'> = {
  '01': ['电子信息', 'Electronics'],
  '02': ['航空航天', 'Aerospace'],
  '03': ['先进制造', 'Manufacturing'],
  '04': ['生物、医药和医疗器械', 'Biology and medicine'],
  '05': ['新材料及其应用', 'New materials'],
  '06': ['新能源与高效节能', 'Energy'],
  '07': ['环境保护与资源综合利用', 'Environment'],
  '08': ['核应用', 'Nuclear'],
  '09': ['农业', 'Agriculture'],
  '10': ['现代交通', 'Transport'],
  '11': ['城市建设与社会发展', 'Cities and society'],
  unknown: ['未填', 'Not given'],
};
const ipKind: Of<'ipKind'> = {
  none: ['未涉及知识产权', 'None'],
  technicalSecret: ['技术秘密', 'Technical secret'],
  inventionPatent: ['发明专利', 'Invention patent'],
  utilityModelPatent: ['实用新型专利', 'Utility model'],
  designPatent: ['外观设计专利', 'Design'],
  softwareCopyright: ['计算机软件著作权', 'Software'],
  newVariety: ['动、植物新品种', 'New variety'],
  layoutDesign: ['集成电路布图设计专有权', 'Layout design'],
  newBiomedicine: ['生物、医药新品种', 'New biomedicine'],
  unknown: ['未填', 'Not given'],
};
const sizeBand: Of<'sizeBand'> = {
  below10: ['不满10万元', 'Below 100,000'],
  from10: ['10万元以上不满50万元', '100,000 to 500,000'],
  from50: ['50万元以上不满100万元', '500,000 to 1 million'],
  from100: ['100万元以上不满500万元', '1 to 5 million'],
  from500: ['500万元以上不满1000万元', '5 to 10 million'],
  from1000: ['1000万元以上', '10 million and more'],
};
const direction: Of<'direction'> = { output: ['输出技术', 'Output'], absorption: ['吸纳技术', 'Absorption'] };
export const entrySource: Of<'source'> = {
  market: ['本平台登记', 'This market'],
  historic: ['历史导入', 'Imported'],
};
export const entryStatus: Of<'status'> = {
  standing: ['有效', 'Standing', 'good'],
  cancelled: ['已注销', 'Cancelled', 'bad'],
  all: ['全部', 'All'],
};

export const lineChange: Codes<Schemas['ChangedLineView']['change']> = {
  added: ['增加', 'Added', 'good'],
  removed: ['减少', 'Removed', 'bad'],
  changed: ['变动', 'Changed', 'attention'],
};

/** What a filter of the register means, for the dimensions whose values are codes of the form. */
export const valuesOf: Readonly<Record<string, Readonly<Record<string, CodeWords>>>> = {
  type: contractType,
  field,
  sellerNature: nature,
  buyerNature: nature,
  ipKind,
  sizeBand,
  direction,
  source: entrySource,
  status: entryStatus,
};
