import { layeredKinds, type LayeredKind } from '#application/protected-detail/protected-detail.service.js';
import { writtenKinds, type WrittenKind } from '#application/protected-detail/protected-detail.repository.js';
import { ChoiceField, IdField, TextField } from '../http/fields.js';

export class LayeredParam {
  @ChoiceField({ title: '种类：成果、挂牌、需求', values: layeredKinds, example: 'demand' }) kind!: LayeredKind;
  @IdField({ title: '编号' }) id!: string;
}

export class WrittenParam {
  @ChoiceField({ title: '种类：挂牌、需求', values: writtenKinds, example: 'demand' }) kind!: WrittenKind;
  @IdField({ title: '编号' }) id!: string;
}

export class WriteDetailDto {
  @TextField({
    title: '详细资料（只向达成保密协议的单位展示）',
    min: 2,
    max: 20_000,
    example: '现用代乳料配方与饲喂记录、断奶日龄、死亡率台账；可提供三个批次的检验报告。',
  })
  detail!: string;
}
