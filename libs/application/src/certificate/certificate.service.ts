import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  certificateContent,
  maskName,
  type CertificateContent,
  type Officers,
} from '#domain/certificate/certificate.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { hasRole, systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { canonicalJson } from '#platform/text/canonical.js';
import {
  CertificateRepository,
  type Certificate,
  type CertificateKey,
  type PublicCertificate,
} from './certificate.repository.js';
import { CertificateSigner, signatureHolds } from './certificate.signer.js';

/** What somebody holds and wants checked. */
export interface Presented {
  readonly signedText: string;
  readonly signature: string;
  readonly keyId: string;
}

export interface Verdict {
  readonly signatureValid: boolean;
  /** State of the certificate now; null when the signature does not hold or we know no such certificate. */
  readonly certificate: PublicCertificate | null;
}

/** 登记证明: issued once in the registering transaction, verified by anybody. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly certificates: CertificateRepository,
    private readonly signer: CertificateSigner,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async issue(tx: Tx, registration: ContractRegistration): Promise<void> {
    const officers = await this.officers(tx, registration);
    const content = certificateContent(registration, officers, newVerificationCode());
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
      cancelledAt: null,
      createdAt: this.clock.now(),
    };
    await this.certificates.insert(tx, certificate);
    await this.journal.record(tx, {
      ...subject(certificate),
      event: 'issue',
      from: null,
      to: 'valid',
      after: certificate,
    });
  }

  async cancel(tx: Tx, registrationId: string): Promise<void> {
    const cancelled = await this.certificates.cancel(tx, registrationId, this.clock.now());
    if (!cancelled) return;
    await this.journal.record(tx, { ...subject(cancelled), event: 'cancel', from: 'valid', to: 'cancelled' });
  }

  /** For the parties and the bureau. */
  async ofRegistration(
    actor: PersonActor,
    registrationId: string,
  ): Promise<Result<Certificate, Refusal<'certificate.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.certificates.findByRegistration(tx, registrationId);
      const maySee =
        found?.partyIds.includes(actor.organizationId) ||
        hasRole(actor, 'registrar', 'reviewer', 'rewardOfficer', 'auditor');
      return found && maySee ? ok(found) : refuse('certificate.notFound');
    });
  }

  async findPublic(code: string): Promise<Result<PublicCertificate, Refusal<'certificate.notFound'>>> {
    const found = await this.certificates.findPublic(code);
    return found ? ok(found) : refuse('certificate.notFound');
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

  /** Names of colleagues of another department are not the registrar's to read, but the certificate states them. */
  private officers(tx: Tx, registration: ContractRegistration): Promise<Officers> {
    const actor = systemActor('certificate.issue', tx.actor.origin.requestId);
    return this.unitOfWork.run(actor, async (system) => {
      const names = await this.certificates.personNames(
        system,
        [registration.determination?.determinedBy, registration.reviewedBy].filter((id) => typeof id === 'string'),
      );
      return {
        registrar: names.get(registration.determination?.determinedBy ?? '') ?? '',
        reviewer: registration.reviewedBy === null ? null : (names.get(registration.reviewedBy) ?? ''),
      };
    });
  }
}

const subject = (certificate: Certificate) => ({
  subjectKind: 'certificate',
  subjectId: certificate.id,
  parties: certificate.partyIds,
});

/** Crockford base32: no I, L, O, U to misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 26;

/** 130 random bits: a code cannot be guessed. */
const newVerificationCode = (): string =>
  Array.from(randomBytes(codeLength), (byte) => alphabet[byte % alphabet.length]).join('');
