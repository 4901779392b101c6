import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const intellectualRight: Codes<Schemas['ContractRightDto']['kind']> = {
  technicalSecret: ['技术秘密', 'Technical secret'],
  inventionPatent: ['发明专利', 'Invention patent'],
  utilityModelPatent: ['实用新型专利', 'Utility model'],
  designPatent: ['外观设计专利', 'Design patent'],
  softwareCopyright: ['计算机软件著作权', 'Software copyright'],
  newVariety: ['植物新品种', 'Plant variety'],
  layoutDesign: ['集成电路布图设计', 'Layout design'],
  newBiomedicine: ['生物、医药新品种', 'New biomedicine'],
};

export const rightState: Codes<Schemas['ContractRightDto']['state']> = {
  pending: ['申请中', 'Pending', 'going'],
  inForce: ['有效', 'In force', 'good'],
  ended: ['已届满或终止', 'Ended', 'bad'],
  invalid: ['已宣告无效', 'Invalid', 'bad'],
};

export const licenceManner: Codes<Schemas['LicenceDto']['manner']> = {
  exclusive: ['独占许可', 'Exclusive'],
  sole: ['排他许可', 'Sole'],
  ordinary: ['普通许可', 'Ordinary'],
};

export const royaltyBase: Codes<Schemas['RoyaltyDto']['base']> = {
  productPrice: ['产品价格', 'Product price'],
  addedOutput: ['新增产值', 'Added output'],
  profit: ['利润', 'Profit'],
  sales: ['销售额', 'Sales'],
};

export const settlement: Codes<Schemas['RoyaltyDto']['settlement']> = {
  monthly: ['按月', 'Monthly'],
  quarterly: ['按季', 'Quarterly'],
  halfYearly: ['按半年', 'Half-yearly'],
  yearly: ['按年', 'Yearly'],
};

export const receiptKind: Codes<Schemas['RecordReceiptDto']['kind']> = {
  lumpSum: ['一次总付', 'Lump sum'],
  instalment: ['分期款', 'Instalment'],
  entryFee: ['入门费', 'Entry fee'],
  royalty: ['提成', 'Royalty'],
};

export const taxStanding: Codes<Schemas['TaxPackView']['items'][number]['standing']> = {
  ready: ['资料齐全', 'Ready', 'good'],
  incomplete: ['还缺资料', 'Incomplete', 'attention'],
  notOfType: ['本类合同不适用', 'Not for this type', 'neutral'],
};

export const taxNeed: Codes<Schemas['TaxNeedView']['standing']> = {
  onFile: ['已有', 'On file', 'good'],
  missing: ['缺', 'Missing', 'attention'],
  toShow: ['须自行出示', 'To be shown', 'going'],
};

export const ruleEvidence: Codes<Schemas['TaxItemView']['evidence']> = {
  read: ['已核对原文', 'Read'],
  secondary: ['二手来源', 'Secondary source'],
  unverified: ['未核实', 'Unverified'],
};
