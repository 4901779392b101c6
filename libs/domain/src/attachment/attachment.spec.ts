import fc from 'fast-check';
import { attachmentLimits, checkFileType, checkQuota, safeFileName } from './attachment.js';
import { materialKinds } from './material-kinds.policy.js';

describe('the name of an attachment', () => {
  it.each([
    ['plain', '技术合同.pdf', '技术合同.pdf'],
    ['with spaces around', '  合同 1.pdf ', '合同 1.pdf'],
    ['decomposed', 'cafe\u0301.pdf', 'caf\u00e9.pdf'],
  ])('%s is taken', (_name, given, kept) => expect(safeFileName(given)).toEqual({ ok: true, value: kept }));

  it.each([
    ['goes up', '../../etc/passwd.pdf'],
    ['goes up on Windows', '..\\..\\boot.pdf'],
    ['is absolute', '/etc/passwd'],
    ['has a drive', 'C:evil.pdf'],
    ['is hidden', '.htaccess'],
    ['ends with a dot', 'a.pdf.'],
    ['is a device', 'NUL.pdf'],
    ['holds a NUL', 'a\u0000.pdf'],
    ['holds a line end', 'a\r\nSet-Cookie: x.pdf'],
    ['turns its end around', '合同\u202Efdp.exe'],
    ['holds a quote', 'a"; filename=b.pdf'],
    ['is empty', '  '],
    ['is too long', `${'长'.repeat(121)}.pdf`],
  ])('that %s is refused', (_name, given) =>
    expect(safeFileName(given)).toMatchObject({ ok: false, refusal: { code: 'attachment.nameUnsafe' } }),
  );

  it('is never a path, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (given) => {
        const name = safeFileName(given);
        if (name.ok) expect(/[\\/\u0000-\u001f\u007f]|^\.|^$/.test(name.value)).toBe(false);
      }),
    );
  });
});

describe('the type of an attachment', () => {
  it.each([
    ['合同.pdf', 'application/pdf', null],
    ['合同.PDF', 'application/pdf', null],
    ['照片.jpeg', 'image/jpeg', null],
    ['合同.docx', 'application/pdf', 'attachment.extensionDiffers'],
    ['合同', 'application/pdf', 'attachment.extensionDiffers'],
    ['宏.docx', 'application/vnd.ms-word.document.macroenabled.12', 'attachment.typeNotAllowed'],
    ['程序.pdf', 'application/x-msdownload', 'attachment.typeNotAllowed'],
    ['网页.pdf', null, 'attachment.typeNotAllowed'],
  ])('%s that is %s: %s', (name, detected, code) => {
    const checked = checkFileType(name, detected);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});

describe('the quota', () => {
  const none = { files: 0, subjectBytes: 0, organizationBytes: 0 };
  const { filesPerSubject, subjectBytes, organizationBytes } = attachmentLimits;
  it.each([
    ['the first file', none, 1, null],
    ['the last that fits', { ...none, subjectBytes: subjectBytes - 5 }, 5, null],
    ['one byte more', { ...none, subjectBytes: subjectBytes - 5 }, 6, 'attachment.tooMany'],
    ['one file more', { ...none, files: filesPerSubject }, 1, 'attachment.tooMany'],
    ['one byte over all', { ...none, organizationBytes }, 1, 'attachment.quotaExceeded'],
  ])('%s', (_name, usage, size, code) => {
    const checked = checkQuota(usage, size);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});

it('every kind of material names its source and says how surely it is known', () => {
  for (const kind of materialKinds) expect([kind.code, kind.source.length > 3]).toEqual([kind.code, true]);
  expect(new Set(materialKinds.map(({ code }) => code)).size).toBe(materialKinds.length);
});
