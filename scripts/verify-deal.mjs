// Checks a negotiation record that was downloaded from the market, without the market:
//   node scripts/verify-deal.mjs deal-….json [certificate-keys.json]
// Every entry's hash is the SHA-256 of its canonical JSON (RFC 8785) without the hash; each holds the hash of the one before.
// With the market's published keys (GET /v1/certificate-keys, saved to a file) the signature of the head is checked too.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort((a, b) => (a < b ? -1 : 1));
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
};
const hashOf = (item) =>
  createHash('sha256')
    .update(canonical({ ...item, hash: undefined }))
    .digest('hex');

function fault(items) {
  const at = items.findIndex(
    (item, index) =>
      item.serial !== index + 1 || item.previousHash !== (items[index - 1]?.hash ?? null) || item.hash !== hashOf(item),
  );
  return at < 0 ? null : at + 1;
}

const [file, keyFile] = process.argv.slice(2);
if (!file) {
  console.error('用法：node scripts/verify-deal.mjs <洽谈记录.json> [公钥文件.json]');
  process.exit(2);
}
const { head, keyId, signature, entries, offers } = JSON.parse(readFileSync(file, 'utf8'));
const faults = [];
const [entry, offer] = [fault(entries), fault(offers)];
if (entry !== null) faults.push(`第 ${entry} 条记录与其摘要或前后次序不符`);
if (offer !== null) faults.push(`第 ${offer} 号报价与其摘要或前后次序不符`);
const logged = new Set(entries.map(({ content }) => content.offerHash));
if (!offers.every(({ hash }) => logged.has(hash))) faults.push('有报价不在记录中');
const stated = JSON.parse(head);
if (stated.headHash !== (entries.at(-1)?.hash ?? null) || stated.entries !== entries.length) {
  faults.push('签名所载的末条摘要或条数与记录不符');
}
if (keyFile) {
  const keys = JSON.parse(readFileSync(keyFile, 'utf8'));
  const key = (keys.items ?? keys.keys ?? []).find((each) => (each.id ?? each.keyId ?? each.kid) === keyId);
  const pem = key?.publicKey ?? key?.publicKeyPem;
  const jwk = key?.kty ? key : key?.jwk;
  const publicKey = pem ? createPublicKey(pem) : jwk ? createPublicKey({ key: jwk, format: 'jwk' }) : null;
  if (!publicKey) faults.push(`公钥文件中没有 ${keyId}`);
  else if (!verify(null, Buffer.from(head), publicKey, Buffer.from(signature, 'base64url'))) faults.push('签名不符');
}
if (faults.length > 0) {
  for (const each of faults) console.error(`不符：${each}`);
  process.exit(1);
}
console.log(`完整：${entries.length} 条记录，${offers.length} 份报价${keyFile ? '，签名相符' : '（未核对签名）'}`);
