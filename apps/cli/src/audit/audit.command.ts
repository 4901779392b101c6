import { AuditModule } from '#application/audit/audit.module.js';
import { AuditService } from '#application/audit/audit.service.js';
import type { ChainReport } from '#application/audit/verify-chain.js';
import type { ChainFault } from '#domain/audit/audit-chain.js';
import { systemActor } from '#domain/shared/actor.js';
import { withModules, type Command } from '../command.js';

const meaning: Record<ChainFault['kind'], string> = {
  recordChanged: '记录被改动或调换',
  recordMissing: '记录已被删除',
  linkMissing: '链上缺少一环',
  recordNotSealed: '有一条绕过封存插入的记录',
  anchorMismatch: '链与锚文件不符：链被整体重算',
  tailMissing: '链的末尾被截去',
  anchorMissing: '没有锚文件，无法排除整体重算',
  anchorDamaged: '锚文件被改动',
};

/** Checks the whole audit chain against its anchor; the exit code is 1 when something is wrong. */
export const auditVerifyCommand: Command = {
  name: 'audit:verify',
  summary: '核验审计链 (verify the audit chain and its anchor)',
  run: (context) =>
    withModules(context, [AuditModule], async (app) => {
      const started = process.hrtime.bigint();
      const report = await app.get(AuditService).verify(systemActor('audit:verify', 'cli'));
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const rate = Math.round(report.checked / Math.max(seconds, 0.001));
      context.print(
        `已核验 ${report.checked} 条，用时 ${(Math.round(seconds * 100) / 100).toString()} 秒（每秒 ${rate} 条）`,
      );
      for (const line of linesOf(report)) context.print(line);
      return report.fault === null ? 0 : 1;
    }),
};

function linesOf({ fault, head, anchoredCount, pending }: ChainReport): string[] {
  if (fault === null) {
    return [
      `完好：${head.count} 条已封存，链头 ${head.head}`,
      `锚文件确认到第 ${anchoredCount} 条；待封存 ${pending ?? 0} 条`,
    ];
  }
  const place = [
    fault.sequence === null ? '' : `序号 ${fault.sequence}${fault.through === undefined ? '' : ` 至 ${fault.through}`}`,
    fault.recordId === null ? '' : `记录 ${fault.recordId}`,
  ].filter((text) => text !== '');
  return [`异常（${fault.kind}）：${meaning[fault.kind]}${place.length > 0 ? `；最早在 ${place.join('，')}` : ''}`];
}
