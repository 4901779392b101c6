import type { Contract } from '../contract/contract.js';
import type { Finding } from './precheck.js';

/** 预计新增投入 and 预计新增产值 are asked for with a transfer (《技术合同登记表》填写说明): without them the form is not whole. */
export function requiredFigures({
  type,
  expectedInvestment,
  expectedOutput,
}: Pick<Contract, 'type' | 'expectedInvestment' | 'expectedOutput'>): readonly Finding[] {
  if (type !== 'transfer' || (expectedInvestment !== null && expectedOutput !== null)) return [];
  return [
    {
      code: 'expectedFiguresMissing',
      severity: 'blocking',
      text: '技术转让合同没有填写预计新增投入或预计新增产值。',
      repair: '请在合同中补填（签署后也可补填）预计新增投入与预计新增产值。',
    },
  ];
}
