import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { certificateContent, stateOn, type CertificateContent } from '#domain/certificate/certificate.js';
import { certificateFields } from '#domain/certificate/certificate-sheet.js';
import { canonicalJson, contentHash } from '#platform/text/canonical.js';
import { qrCodeOf } from '../../../../test/support/pdf.js';
import { registration } from '../../../../test/support/registrations.js';
import { readPdf } from '../document/pdf-reader.js';
import { certificateSheet, fileText, printSheet } from './certificate.printer.js';
import type { Certificate } from './certificate.repository.js';
import { keyIdOf } from './certificate.signer.js';
import { readPublicKeys, signedFile, verifyCertificateFile } from './certificate.verification.js';
import { presentedText } from './presented-certificate.js';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const keyId = keyIdOf(publicKey);
const keys = readPublicKeys(publicKey);
const signed = (text: string): string => sign(null, Buffer.from(text), pair.privateKey).toString('base64url');
const addresses = {
  verification: 'https://market.example/certificates/7Q2M9X4KD1RB8VH3TN6EFC5W0Z',
  keys: 'https://market.example/.well-known/certificate-keys.json',
};

const registered = registration({
  state: 'registered',
  registeredAt: new Date('2026-11-09T02:00:00Z'),
  registrationNumber: '2026621001000001',
  determination: {
    type: 'development',
    technologyValue: 85_000_000n,
    reason: null,
    landingConfirmed: false,
    determinedBy: '0193f0a2-7c1e-7000-8000-000000000009',
  },
});

function certificate(change: Partial<CertificateContent> = {}, row: Partial<Certificate> = {}): Certificate {
  const content = {
    ...certificateContent(
      registered,
      { registrar: '示例登记员', reviewer: null },
      { number: 1, verificationCode: '7Q2M9X4KD1RB8VH3TN6EFC5W0Z', replaces: null },
    ),
    ...change,
  };
  const signedText = canonicalJson(content);
  return {
    id: '0193f0a2-7c1e-7000-8000-000000000001',
    registrationId: registered.id,
    partyIds: [],
    state: 'valid',
    content,
    signedText,
    signature: signed(signedText),
    contentHash: contentHash(content),
    keyId,
    verificationCode: content.verificationCode,
    registrationNumber: content.registrationNumber,
    contractType: content.contractType,
    maskedSellers: [],
    maskedBuyers: [],
    registeredOn: content.registeredOn,
    office: content.office,
    edition: 1,
    createdAt: new Date('2026-11-09T02:00:00Z'),
    changedAt: null,
    cancelledAt: null,
    ...row,
  };
}

async function printed(one: Certificate): Promise<Buffer> {
  const unsigned = await printSheet(certificateSheet(one), addresses);
  if (!unsigned.ok) throw new Error(JSON.stringify(unsigned.refusal));
  return signedFile(unsigned.value, keyId, signed(fileText(unsigned.value)));
}

describe('the PDF of a certificate', () => {
  it('prints every field so that a viewer reads it, with a code to scan', async () => {
    const pdf = await printed(certificate());
    const { text } = readPdf(pdf);
    for (const { label, value } of certificateFields(certificate().content))
      expect(text).toContain(`${label}${value}`.replace(/\s/g, ''));
    expect(text).toContain('核定技术交易额人民币850000.00元（大写：捌拾伍万元整）');
    expect(text).toContain('状态有效');
    expect(qrCodeOf(pdf)).toBe(addresses.verification);
    expect(pdf.toString('latin1')).toMatch(/\/FontFile2 \d+ 0 R/); // embedded
    expect(pdf.length).toBeLessThan(150_000); // as a subset
  });

  it.each([
    ['changed', { state: 'changed', changedAt: new Date('2026-11-20T02:00:00Z') }, '已变更（2026-11-20）'],
    ['cancelled', { state: 'cancelled', cancelledAt: new Date('2026-12-31T16:00:00Z') }, '已注销（2027-01-01）'],
  ] as const)('says when it was %s', async (_name, row, text) => {
    const pdf = await printed(certificate({}, row));
    expect(readPdf(pdf).text).toContain(`状态${text}`);
    expect(verifyCertificateFile(pdf, keys).findings).toEqual([]);
  });

  it('is the same bytes for the same data', async () => {
    expect(Buffer.compare(await printed(certificate()), await printed(certificate()))).toBe(0);
  });

  it('runs over as many pages as the parties need', async () => {
    const sellers = Array.from({ length: 60 }, (_, index) => ({
      name: `示例第${index}研究所`,
      creditCode: `T${index}`,
    }));
    const pdf = await printed(certificate({ sellers }));
    expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length).toBeGreaterThan(1);
    expect(verifyCertificateFile(pdf, keys).findings).toEqual([]);
    expect(qrCodeOf(pdf)).toBe(addresses.verification);
  });

  it('prints rare characters of personal names that the font has', async () => {
    const registrar = '㛃䶮𬭚𫖯';
    const { text } = readPdf(await printed(certificate({ registrar })));
    expect(text).toContain(`登记员${registrar}`);
  });

  it.each([
    ['an ideograph of Extension B', '𠮷', 'U+20BB7'],
    ['an ideograph of Extension G', '𰻝', 'U+30EDD'],
    ['a smiling face', '🙂', 'U+1F642'],
    ['a sign nobody sees', '\u200b', 'U+200B'],
  ])('stops at %s, and names it and its field', async (_name, character, codePoint) => {
    const buyers = [{ name: `环县${character}羊业有限公司`, creditCode: 'B' }];
    expect(await printSheet(certificateSheet(certificate({ buyers })), addresses)).toEqual({
      ok: false,
      refusal: { code: 'document.glyphMissing', params: { character, codePoint, field: '买方' } },
    });
  });
});

describe('the offline verification of a certificate', () => {
  it('passes what was printed, and the JSON of the API', async () => {
    const one = certificate();
    for (const file of [await printed(one), Buffer.from(presentedText(one)), Buffer.from(JSON.stringify(one))]) {
      const { findings, content } = verifyCertificateFile(file, keys);
      expect(findings).toEqual([]);
      expect(content).toMatchObject({ registrationNumber: '2026621001000001' });
    }
  });

  it('notices one changed byte anywhere in the PDF', async () => {
    const pdf = await printed(certificate());
    fc.assert(
      fc.property(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const copy = Buffer.from(pdf);
        copy[at] = (copy[at] ?? 0) ^ bits;
        expect(verifyCertificateFile(copy, keys).findings).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(verifyCertificateFile(Buffer.concat([pdf, Buffer.from('\n')]), keys).findings).toEqual([
      { code: 'fileAltered' },
    ]);
  });

  it('names the field in which the page says something else than was signed', async () => {
    const genuine = certificate();
    const other = certificate({ technologyValue: { yuan: '950000.00', capitals: '玖拾伍万元整' } });
    // The page of one with the signed record of the other.
    const forged = await printed({ ...other, ...pick(genuine), content: other.content });
    const { findings } = verifyCertificateFile(forged, keys);
    expect(findings).toContainEqual({
      code: 'pageDiffers',
      field: '核定技术交易额',
      expected: '人民币 850000.00 元（大写：捌拾伍万元整）',
    });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'contentDiffers', field: 'technologyValue' }));
  });

  it('names the member of a JSON that differs from the signed text', () => {
    const one = certificate();
    const { findings } = verifyCertificateFile(
      Buffer.from(JSON.stringify({ ...one, content: { ...one.content, title: '改了名的项目' } })),
      keys,
    );
    expect(findings).toEqual([
      { code: 'contentDiffers', field: 'title', expected: '"羔羊代乳料研制"', found: '"改了名的项目"' },
    ]);
  });

  it('refuses a signed text of which a sign was changed, a foreign key, and files of other kinds', () => {
    const one = certificate();
    const changed = JSON.stringify({ ...one, signedText: one.signedText.replace('捌', '玖') });
    expect(verifyCertificateFile(Buffer.from(changed), keys).findings[0]).toEqual({ code: 'signatureWrong' });
    const foreign = readPublicKeys(
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    expect(verifyCertificateFile(Buffer.from(presentedText(one)), foreign).findings).toEqual([
      { code: 'keyUnknown', found: keyId },
    ]);
    for (const other of ['', '{}', 'null', '[1]', '%PDF-1.7\nnothing', '{"signedText":1}'])
      expect(verifyCertificateFile(Buffer.from(other), keys)).toEqual({
        findings: [{ code: 'unreadable' }],
        content: null,
      });
  });

  it('never breaks, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, pdf) => {
        const file = Buffer.concat([Buffer.from(pdf ? '%PDF-1.7\n' : ''), bytes]);
        expect(verifyCertificateFile(file, keys).content).toBeNull();
      }),
    );
  });

  it('reads the key as PEM, as JWK Set and as the API gives it', () => {
    const jwk = pair.publicKey.export({ format: 'jwk' });
    for (const text of [publicKey, JSON.stringify({ keys: [jwk] }), JSON.stringify({ items: [{ publicKey }] })])
      expect([...readPublicKeys(text).keys()]).toEqual([keyId]);
  });
});

describe('the state at a past date', () => {
  const life = {
    createdAt: new Date('2026-11-09T15:59:59Z'), // 23:59:59 in Beijing
    changedAt: new Date('2026-11-20T16:00:00Z'), // midnight of the 21st
    cancelledAt: new Date('2026-12-31T15:59:59Z'),
  };
  it.each([
    ['2026-11-08', 'notIssued'],
    ['2026-11-09', 'valid'],
    ['2026-11-20', 'valid'],
    ['2026-11-21', 'changed'],
    ['2026-12-30', 'changed'],
    ['2026-12-31', 'cancelled'],
  ] as const)('%s: %s', (day, state) => expect(stateOn(life, day)).toBe(state));
});

const pick = ({ signedText, signature, contentHash: hash }: Certificate) => ({
  signedText,
  signature,
  contentHash: hash,
});
