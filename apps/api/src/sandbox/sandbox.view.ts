import { ApiProperty } from '@nestjs/swagger';
import type { Sandbox } from '#application/sandbox/sandbox.service.js';
import { simulatedAddresses } from '#application/webhook/webhook.simulator.js';
import { magicValues } from './magic.js';

export class SandboxView {
  @ApiProperty({ description: '沙箱单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '开设时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '到期时间，届时连同全部内容清除；再次开设则顺延', format: 'date-time' })
  expiresAt!: string;
}

export class OpenedSandboxView extends SandboxView {
  @ApiProperty({ description: '沙箱密钥，只显示这一次，放入 X-API-Key', example: 'qytt_test_…' }) key!: string;
}

export class MagicValueView {
  @ApiProperty({ description: '填在请求体任一文本字段中的值', example: '沙箱:限流' }) value!: string;
  @ApiProperty({ description: '结果', example: '429 rate.limited，带 Retry-After' }) effect!: string;
}

export class MagicListView {
  @ApiProperty({ description: '请求体中的值', type: [MagicValueView] }) values!: MagicValueView[];
  @ApiProperty({
    description: '可作推送地址的模拟接收方',
    type: [String],
    example: ['https://sandbox.invalid/server-error'],
  })
  receivers!: string[];
}

export const sandboxView = (sandbox: Sandbox): SandboxView => ({
  organizationId: sandbox.sandboxOrganizationId,
  createdAt: sandbox.createdAt.toISOString(),
  expiresAt: sandbox.expiresAt.toISOString(),
});

export const magicListView: MagicListView = { values: [...magicValues], receivers: [...simulatedAddresses] };
