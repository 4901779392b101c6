import { readFile } from 'node:fs/promises';
import type { Manifest } from '#domain/evidence/manifest.js';
import { readPublicKeys } from '#application/certificate/certificate.verification.js';
import { verifyBundle, type BundleFindingCode } from '#application/evidence/bundle.verification.js';
import { fileAndKey } from './certificate.command.js';
import type { Command } from './command.js';

const meaning: Record<BundleFindingCode, string> = {
  unreadable: '不是证据包，或已损坏',
  keyUnknown: '签名所用的公钥不在所给的公钥之中',
  signatureWrong: '清单的签名不成立：清单被改动，或不是我方签发',
  fileMissing: '缺少清单所列的文件',
  fileChanged: '文件与清单不符',
  fileExtra: '有清单之外的文件',
  chainWrong: '审计记录与其链值不符',
  recordWrong: '竞价记录与公告的条件、次序或规则不符',
  reserveMissing: '设有保留价且已据以决定成交与否，却没有揭示',
  reserveWrong: '揭示的保留价与公告的承诺摘要或者成交结果不符',
  certificateWrong: '登记证明的签名不成立',
  minutesWrong: '会议纪要与其散列或签署不符',
  introductionWrong: '引荐的内容与审计记录中的散列不符',
};

function subjectOf(manifest: Manifest): string {
  if (manifest.introductionId !== undefined) return `引荐 ${manifest.introductionId}`;
  if (manifest.procedureId !== undefined) return `转化流程 ${manifest.title ?? ''}（${manifest.procedureId}）`;
  if (manifest.auctionId !== undefined) return `竞价 ${manifest.auctionId}`;
  return `登记 ${manifest.registrationNumber ?? '（未编号）'}（${manifest.registrationId}）`;
}

/** Checks a bundle of evidence with nothing but the published key; the exit code is 1 when anything is wrong. */
export const bundleVerifyCommand: Command = {
  name: 'bundle:verify',
  summary: '离线核验证据包：文件 --key 公钥文件 (verify an evidence bundle offline)',
  async run({ args, print }) {
    const asked = fileAndKey(args);
    if (!asked) {
      print('用法：npm run cli -- bundle:verify 证据包.zip --key 公钥文件（PEM 或 certificate-keys.json）');
      return 2;
    }
    const { findings, manifest, chained, unsealed, withheld } = await verifyBundle(
      asked.file,
      readPublicKeys(await readFile(asked.key, 'utf8')),
    );
    if (manifest) {
      print(`${subjectOf(manifest)}，${manifest.exportedAt} 导出`);
      print(`文件 ${manifest.files.length} 个；审计记录 ${chained} 条已重算链值，${unsealed} 条导出时尚未封存`);
      if (withheld > 0) print(`其他单位的审计记录 ${withheld} 条，只载位置与散列`);
      if (manifest.auditHead) print(`导出时审计链头：第 ${manifest.auditHead.count} 条，${manifest.auditHead.head}`);
    }
    for (const { code, place } of findings)
      print(`不符（${code}）：${meaning[code]}${place === undefined ? '' : `：${place}`}`);
    if (findings.length === 0) print('完好：签名成立，每个文件与清单一致。');
    return findings.length === 0 ? 0 : 1;
  },
};
