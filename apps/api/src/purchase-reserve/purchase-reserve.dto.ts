import {
  placementModes,
  reserveKinds,
  type PlacementMode,
  type ReserveKind,
} from '#domain/purchase-reserve/purchase-reserve.js';
import { ChoiceField, DateField, IdField, TextField, YuanField } from '../http/fields.js';

export class ProposeReserveDto {
  @IdField({ title: '成果编号' }) achievementId!: string;
  @ChoiceField({ title: '方式：purchase 购买，option 期权', values: reserveKinds, example: 'purchase' })
  kind!: ReserveKind;
  @TextField({ title: '储备目的', min: 4, max: 2000, example: '面向全市湖羊养殖企业许可使用' }) purpose!: string;
  @YuanField({ title: '价格或期权费（元）', example: '500000.00' }) priceYuan!: string;
  @YuanField({ title: '行权价（元），仅期权填写', optional: true, example: '0.00' }) exercisePriceYuan?: string;
  @DateField({ title: '行权期限，仅期权填写', optional: true }) optionUntil?: string;
  @IdField({ title: '所依据的第三方评价编号', optional: true }) evaluationId?: string;
}

export class ReserveReasonDto {
  @TextField({ title: '理由或依据', min: 2, max: 1000, example: '联席会议纪要〔2026〕3号' }) reason!: string;
}

export class DecideReserveDto extends ReserveReasonDto {
  @ChoiceField({ title: '决定：approve 同意，reject 不同意', values: ['approve', 'reject'], example: 'approve' })
  outcome!: 'approve' | 'reject';
}

export class AnswerReserveDto extends ReserveReasonDto {
  @ChoiceField({ title: '答复：accept 同意，refuse 不同意', values: ['accept', 'refuse'], example: 'accept' })
  answer!: 'accept' | 'refuse';
}

export class PayReserveDto {
  @TextField({ title: '付款凭证号', min: 2, max: 100, example: '财付〔2026〕128号' }) documentNumber!: string;
}

export class DecideWriteOffDto extends ReserveReasonDto {
  @ChoiceField({ title: '决定：writeOff 核销，keep 继续持有', values: ['writeOff', 'keep'], example: 'writeOff' })
  outcome!: 'writeOff' | 'keep';
}

export class ProposePlacementDto {
  @IdField({ title: '受让或被许可企业编号' }) buyerOrganizationId!: string;
  @ChoiceField({ title: '方式：transfer 转让，licence 许可', values: placementModes, example: 'licence' })
  mode!: PlacementMode;
  @YuanField({ title: '价款（元）', example: '120000.00' }) priceYuan!: string;
}

export class ReceivePlacementDto {
  @YuanField({ title: '收款金额（元）', example: '60000.00' }) amountYuan!: string;
  @TextField({ title: '收款凭证号', min: 2, max: 100, example: '收〔2026〕57号' }) documentNumber!: string;
}

export class LinkReserveContractDto {
  @IdField({ title: '技术合同编号' }) contractId!: string;
}
