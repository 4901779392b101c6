import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CertificateModule } from '#application/certificate/certificate.module.js';
import { CertificateService } from '#application/certificate/certificate.service.js';
import {
  readPublicKeys,
  signedFields,
  verifyCertificateFile,
  type FileFinding,
  type FileFindingCode,
} from '#application/certificate/certificate.verification.js';
import { systemActor } from '#domain/shared/actor.js';
import { withModules, type Command } from './command.js';

/** Prints every public key that certificates and bundles were ever signed with; makes and publishes the first one. */
export const certificateKeyCommand: Command = {
  name: 'certificate:key',
  summary: '打印登记证明的签名公钥 (print the published keys)',
  run: (context) =>
    withModules(context, [CertificateModule], async (app) => {
      const certificates = app.get(CertificateService);
      await certificates.publishKey(systemActor('certificate:key', 'cli'));
      for (const { publicKey } of await certificates.keys()) context.print(publicKey.trim());
      return 0;
    }),
};

/** Checks a file with nothing but the published key: no database, no network. The exit code is 1 when anything is wrong. */
export const certificateVerifyCommand: Command = {
  name: 'certificate:verify',
  summary: '离线核验登记证明：文件 --key 公钥文件 (verify a certificate offline)',
  async run({ args, print }) {
    const asked = fileAndKey(args);
    if (!asked) {
      print('用法：npm run cli -- certificate:verify 证明.pdf或.json --key 公钥文件（PEM 或 certificate-keys.json）');
      return 2;
    }
    const keys = readPublicKeys(await readFile(asked.key, 'utf8'));
    const { findings, content } = verifyCertificateFile(await readFile(asked.file), keys);
    if (content) for (const { label, value } of signedFields(content)) print(`  ${label}：${value}`);
    if (findings.length === 0) {
      print('真实：签名成立，与签发的内容一致。现状（有效、已变更、已注销）请以查验页为准。');
      return 0;
    }
    for (const finding of findings) print(`不符（${finding.code}）：${told(finding)}`);
    return 1;
  },
};

/** `FILE --key KEY`; null when it is anything else. */
export function fileAndKey(args: readonly string[]): { readonly file: string; readonly key: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { key: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    return file === undefined || values.key === undefined || others.length > 0 ? null : { file, key: values.key };
  } catch {
    return null;
  }
}

const meaning: Record<FileFindingCode, string> = {
  unreadable: '不是登记证明的 PDF 或 JSON，或其中没有签名的内容',
  keyUnknown: '签名所用的公钥不在所给的公钥之中',
  signatureWrong: '签名不成立：签名的内容被改动，或不是我方签发',
  hashWrong: '内容摘要与签名的内容不符',
  contentDiffers: '所列内容与签名的内容不同',
  pageDiffers: '页面上所印与签名的内容不同',
  fileAltered: '文件签发后被改动或另存过',
};

const told = ({ code, field, expected, found }: FileFinding): string =>
  [
    meaning[code],
    ...(field === undefined ? [] : [`项目：${field}`]),
    ...(expected === undefined ? [] : [`签名的是：${expected}`]),
    ...(found === undefined ? [] : [`文件中是：${found}`]),
  ].join('；');
