import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditService } from '#application/audit/audit.service.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson } from '../http/params.js';
import { AuditQuery, VerificationQuery } from './audit.dto.js';
import {
  auditRecordView,
  AuditRecordView,
  chainHeadView,
  ChainHeadView,
  verificationView,
  ChainVerificationView,
} from './audit.view.js';

const maxLinksPerVerification = 100_000;

@ApiTags('审计')
@Controller('v1')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get('audit-records')
  @Operation({
    summary: '查阅审计记录（从新到旧）',
    description: '每次查阅本身也记入审计。',
    access: ['auditor'],
    scope: 'auditRecord.read',
    answer: PageOf(AuditRecordView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { limit, cursor, ...filter }: AuditQuery) {
    const page = { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
    return pageOf(
      page,
      async (after, size) =>
        (await this.audit.read(actor, filter, recordIdOf(after), size)).map((record) => ({
          id: cursorIdOf(record.id),
          record,
        })),
      ({ record }) => auditRecordView(record),
    );
  }

  @Get('audit-chain/verification')
  @Operation({
    summary: '核验审计链',
    description: `逐条重算哈希并与锚文件比对，每次最多 ${maxLinksPerVerification} 条；nextFrom 不为 null 时从该序号继续。`,
    access: ['auditor'],
    scope: 'auditRecord.read',
    answer: ChainVerificationView,
  })
  async verify(@CurrentPerson() actor: PersonActor, @Query() query: VerificationQuery): Promise<ChainVerificationView> {
    const from = query.from ?? 1;
    const through = Math.max(from, Math.min(query.through ?? Infinity, from + maxLinksPerVerification - 1));
    return verificationView(from, through, await this.audit.verifyRange(actor, { from, through }));
  }

  @Get('audit-chain/head')
  @Operation({
    summary: '读取审计链头（供见证人留存）',
    description: '任何人可定期留存；日后与锚文件、核验结果比对，即可发现整体重算。',
    access: 'public',
    answer: ChainHeadView,
  })
  async head(): Promise<ChainHeadView> {
    return chainHeadView(await this.audit.head());
  }
}

/** Records have numbers, cursors are UUIDs: a number is carried in the last 16 digits. */
const cursorIdOf = (recordId: string): string => {
  const digits = BigInt(recordId).toString(16).padStart(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const maxRecordId = 2n ** 63n - 1n;

function recordIdOf(cursor: string | null): string | null {
  if (cursor === null) return null;
  const id = BigInt(`0x${cursor.replaceAll('-', '')}`);
  return (id > maxRecordId ? maxRecordId : id).toString();
}
