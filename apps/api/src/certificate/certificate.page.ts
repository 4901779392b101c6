import { createHash } from 'node:crypto';
import { beijingDate } from '#domain/calendar/local-date.js';
import { stateText } from '#domain/certificate/certificate-sheet.js';
import type { PublicCertificate } from '#application/certificate/certificate.repository.js';

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.6 "Noto Serif CJK SC", "Songti SC", SimSun, serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
.state { font-size: 1.25rem; font-weight: bold; padding: .75rem 1rem; border: .2rem solid; border-radius: .25rem; }
.valid { border-color: #1a7f37; } .changed { border-color: #9a6700; } .cancelled, .unknown { border-color: #cf222e; }
dt { color: GrayText; margin-top: .5rem; } dd { margin: 0; overflow-wrap: anywhere; }
small { display: block; margin-top: 1.5rem; }`;

/** Nothing runs and nothing is loaded: the page's own style is allowed by its hash. */
const policy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer', // the address is the secret
  'x-robots-tag': 'noindex, nofollow',
};

/** What anybody who holds the code may see; the names are masked in the database already. */
export function certificatePage(certificate: PublicCertificate): string {
  const rows: [string, string][] = [
    ['登记编号', certificate.registrationNumber],
    ['合同类型', certificate.contractType],
    ...certificate.maskedSellers.map((name): [string, string] => ['卖方（部分隐去）', name]),
    ...certificate.maskedBuyers.map((name): [string, string] => ['买方（部分隐去）', name]),
    ['登记日期', certificate.registeredOn],
    ['登记机构', certificate.office],
    ['版次', `第 ${certificate.edition} 版，${beijingDate(certificate.createdAt)} 签发`],
    ['内容摘要（SHA-256）', certificate.contentHash],
    ['公钥编号', certificate.keyId],
  ];
  const list = rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('\n');
  return page(
    '登记证明查验',
    `<p class="state ${certificate.state}" role="status">${escaped(stateText(certificate))}</p>
<dl>
${list}
</dl>
<small>请核对登记编号与证明上所印是否一致。本页是此刻的状态；离线核验请用公布的公钥。</small>`,
  );
}

export const unknownPage = (): string =>
  page(
    '查无此证',
    `<p class="state unknown" role="status">查无此证</p>
<p>没有这个核验码的登记证明。请核对证明上的 26 位核验码（数字与大写字母，没有 I、L、O、U）；仍查不到的，请向登记机构核实。</p>`,
  );

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 庆阳科技大市场</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
