import { ApiProperty } from '@nestjs/swagger';
import { formatYuan, type Fen } from '#domain/money/money.js';

/** Money on the wire: 元 as decimal text and 分 as integer text, so that no reader loses a digit. */
export class MoneyView {
  @ApiProperty({ description: '金额（元）', example: '1200000.00' }) yuan!: string;
  @ApiProperty({ description: '金额（分）', example: '120000000' }) fen!: string;
}

export const moneyView = (fen: Fen): MoneyView => ({ yuan: formatYuan(fen), fen: fen.toString() });
