import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  certificateContent,
  maskName,
  stateOn,
  type CertificateContent,
  type CertificateState,
  type Edition,
  type Officers,
} from '#domain/certificate/certificate.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { hasRole, systemActor, type Actor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal, type JournalEntry } from '#platform/journal/journal.js';
import { canonicalJson } from '#platform/text/canonical.js';
import {
  CertificateRepository,
  type Certificate,
  type CertificateKey,
  type PublicCertificate,
} from './certificate.repository.js';
import type { GlyphRefusal } from '../document/chinese-font.js';
import {
  certificateSheet,
  fileText,
  printSheet,
  type CertificateAddresses,
  type Sheet,
} from './certificate.printer.js';
import { CertificateSigner, signatureHolds, type Signature } from './certificate.signer.js';
import { signedFile } from './certificate.verification.js';

/** What somebody holds and wants checked. */
export interface Presented {
  readonly signedText: string;
  readonly signature: string;
  readonly keyId: string;
}

export interface CertificateFile {
  readonly bytes: Buffer;
  readonly certificate: Certificate;
}

export interface CertificateOnDay extends PublicCertificate {
  readonly on: LocalDate;
  readonly stateOn: CertificateState | 'notIssued';
}

export interface Verdict {
  readonly signatureValid: boolean;
  /** State of the certificate now; null when the signature does not hold or we know no such certificate. */
  readonly certificate: PublicCertificate | null;
}

export type { Certificate };

type NotFound = Refusal<'certificate.notFound'>;

/** 登记证明: issued in the registering transaction, anew in a changing one, verified by anybody. */
@Injectable()
export class CertificateService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly certificates: CertificateRepository,
    private readonly signer: CertificateSigner,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** All that a first edition needs before there is a number: whose names it states, and a published key. */
  async prepare(tx: Tx, registration: ContractRegistration): Promise<Officers> {
    await this.signer.publish(tx);
    return this.officers(tx, registration);
  }

  /** The first edition. Gives the entry that its caller writes to the journal together with its own. */
  async issue(tx: Tx, registration: ContractRegistration, officers: Officers): Promise<JournalEntry> {
    const edition = { number: 1, verificationCode: newVerificationCode(), replaces: null };
    return this.insert(tx, registration, officers, edition);
  }

  /** A changed registration: the edition in force is marked 已变更, and a new one names it. Quiet when nothing is in force. */
  async renew(tx: Tx, registration: ContractRegistration): Promise<void> {
    const replaced = await this.certificates.change(tx, registration.id, this.clock.now());
    if (!replaced) return;
    await this.journal.record(tx, { ...subject(replaced), event: 'change', from: 'valid', to: 'changed' });
    const { edition, verificationCode } = replaced;
    const next = { number: edition + 1, verificationCode: newVerificationCode(), replaces: verificationCode };
    const issued = await this.insert(tx, registration, await this.officers(tx, registration), next);
    await this.journal.record(tx, issued);
  }

  async cancel(tx: Tx, registrationId: string): Promise<void> {
    for (const { before, after } of await this.certificates.cancel(tx, registrationId, this.clock.now()))
      await this.journal.record(tx, { ...subject(after), event: 'cancel', from: before, to: 'cancelled' });
  }

  /** For the parties and the bureau: the edition asked for, or the last one. */
  async ofRegistration(
    actor: PersonActor,
    registrationId: string,
    edition: number | null = null,
  ): Promise<Result<Certificate, NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const all = await this.certificates.editions(tx, registrationId);
      const found = edition === null ? all.at(-1) : all.find((one) => one.edition === edition);
      return found && maySee(actor, found) ? ok(found) : refuse('certificate.notFound');
    });
  }

  /** Every edition, first to last, for what is put together about a registration. */
  async editions(tx: Tx, registrationId: string): Promise<readonly Certificate[]> {
    return this.certificates.editions(tx, registrationId);
  }

  /** The edition as a signed PDF. */
  async pdf(
    actor: PersonActor,
    registrationId: string,
    edition: number | null,
  ): Promise<Result<CertificateFile, NotFound | GlyphRefusal>> {
    const found = await this.ofRegistration(actor, registrationId, edition);
    if (!found.ok) return found;
    const printed = await this.print(actor, found.value);
    return printed.ok ? ok({ bytes: printed.value, certificate: found.value }) : printed;
  }

  /** Prints outside of any transaction; only the signing takes one. */
  async print(actor: Actor, certificate: Certificate): Promise<Result<Buffer, GlyphRefusal>> {
    return this.printSheet(actor, certificateSheet(certificate), this.addresses(certificate.verificationCode));
  }

  /** Likewise for a signed record of another concept. */
  async printSheet(actor: Actor, sheet: Sheet, addresses: CertificateAddresses): Promise<Result<Buffer, GlyphRefusal>> {
    const unsigned = await printSheet(sheet, addresses);
    if (!unsigned.ok) return unsigned;
    const signature = await this.unitOfWork.run(actor, (tx) => this.signer.sign(tx, fileText(unsigned.value)));
    return ok(signedFile(unsigned.value, signature.keyId, signature.signature));
  }

  /** Signs a text of another concept with the key of the office. */
  async signText(actor: Actor, text: string): Promise<Signature> {
    return this.unitOfWork.run(actor, (tx) => this.signer.sign(tx, text));
  }

  /** Where the public finds this market, and its keys. */
  places(): { readonly root: string; readonly keys: string } {
    const root = this.config.publicUrl;
    return { root, keys: `${root}/.well-known/certificate-keys.json` };
  }

  addresses(verificationCode: string): CertificateAddresses {
    const { root, keys } = this.places();
    return { verification: `${root}/certificates/${verificationCode}`, keys };
  }

  async findPublic(code: string): Promise<Result<PublicCertificate, NotFound>> {
    const found = await this.certificates.findPublic(code);
    return found ? ok(found) : refuse('certificate.notFound');
  }

  /** How it stood at the end of a past day. */
  async findPublicOn(
    code: string,
    day: LocalDate | null,
  ): Promise<Result<CertificateOnDay, NotFound | Refusal<'certificate.dayAhead'>>> {
    const today = beijingDate(this.clock.now());
    if (day !== null && day > today) return refuse('certificate.dayAhead', { today }, '/on');
    const found = await this.findPublic(code);
    if (!found.ok) return found;
    return ok({ ...found.value, on: day ?? today, stateOn: stateOn(found.value, day ?? today) });
  }

  /** Publishes the key in use, so that it is known before the first certificate. */
  async publishKey(actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.signer.publish(tx));
  }

  async keys(): Promise<CertificateKey[]> {
    return this.certificates.keys();
  }

  async verify({ signedText, signature, keyId }: Presented): Promise<Verdict> {
    const key = (await this.certificates.keys()).find((candidate) => candidate.id === keyId);
    if (!key || !signatureHolds(signedText, signature, key.publicKey))
      return { signatureValid: false, certificate: null };
    const content = JSON.parse(signedText) as CertificateContent; // ours: the signature holds
    return { signatureValid: true, certificate: await this.certificates.findPublic(content.verificationCode) };
  }

  private async insert(
    tx: Tx,
    registration: ContractRegistration,
    officers: Officers,
    edition: Edition,
  ): Promise<JournalEntry> {
    const content = certificateContent(registration, officers, edition);
    const signedText = canonicalJson(content);
    const certificate: Certificate = {
      id: uuid(),
      registrationId: registration.id,
      partyIds: [...new Set(registration.contract.parties.map((party) => party.organizationId))],
      state: 'valid',
      verificationCode: content.verificationCode,
      registrationNumber: content.registrationNumber,
      content,
      signedText,
      contentHash: createHash('sha256').update(signedText).digest('hex'),
      ...(await this.signer.sign(tx, signedText)),
      contractType: content.contractType,
      maskedSellers: content.sellers.map((party) => maskName(party.name)),
      maskedBuyers: content.buyers.map((party) => maskName(party.name)),
      registeredOn: content.registeredOn,
      office: content.office,
      edition: edition.number,
      createdAt: this.clock.now(),
      changedAt: null,
      cancelledAt: null,
    };
    await this.certificates.insert(tx, certificate);
    return { ...subject(certificate), event: 'issue', from: null, to: 'valid', after: certificate };
  }

  private async officers(tx: Tx, registration: ContractRegistration): Promise<Officers> {
    const { determination, reviewedBy } = registration;
    const names = await this.names(
      tx,
      [determination?.determinedBy, reviewedBy].filter((id) => typeof id === 'string'),
    );
    return {
      registrar: names.get(determination?.determinedBy ?? '') ?? '',
      reviewer: reviewedBy === null ? null : (names.get(reviewedBy) ?? ''),
    };
  }

  /** Names of colleagues of another department are not the officer's to read, but the certificate states them. */
  private async names(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const own = await this.certificates.personNames(tx, ids);
    if (ids.every((id) => own.has(id))) return own;
    const actor = systemActor('certificate.issue', tx.actor.origin.requestId);
    return this.unitOfWork.run(actor, (system) => this.certificates.personNames(system, ids));
  }
}

const maySee = (actor: PersonActor, certificate: Certificate): boolean =>
  certificate.partyIds.includes(actor.organizationId) ||
  hasRole(actor, 'registrar', 'reviewer', 'rewardOfficer', 'auditor');

const subject = (certificate: Certificate) => ({
  subjectKind: 'certificate',
  subjectId: certificate.id,
  parties: certificate.partyIds,
});

/** Crockford base32: no I, L, O, U to misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 26;

/** 130 random bits: a code cannot be guessed. */
export const newVerificationCode = (): string =>
  Array.from(randomBytes(codeLength), (byte) => alphabet[byte % alphabet.length]).join('');
