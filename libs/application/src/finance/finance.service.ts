import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  financeApplicationTransitions,
  financeNeedTransitions,
  financeSchemeTransitions,
  findingsOf,
  mayRead,
  packText,
  type FinanceApplication,
  type FinanceApplicationEvent,
  type FinanceNeed,
  type FinancePack,
  type FinanceProduct,
  type FinanceProductEvent,
  type Finding,
  type PackContent,
  type PackFile,
} from '#domain/finance/finance.js';
import type { Fen } from '#domain/money/money.js';
import { actsFor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { CertificateSigner } from '../certificate/certificate.signer.js';
import { FinanceRepository, type PackReading } from './finance.repository.js';

export type FinanceRefusal = Refusal<
  | 'finance.productNotFound'
  | 'finance.amounts'
  | 'finance.needNotFound'
  | 'finance.applicationNotFound'
  | 'finance.appliedAlready'
  | 'finance.notFitting'
  | 'finance.approvedAmount'
  | 'finance.packNotFound'
  | 'finance.packClosed'
  | 'finance.packExists'
  | 'finance.packDays'
  | 'state.notAllowed'
>;
type Outcome<T> = Promise<Result<T, FinanceRefusal>>;
export type ProductContent = Omit<
  FinanceProduct,
  'id' | 'organizationId' | 'state' | 'version' | 'createdAt' | 'updatedAt'
>;
export interface ProductMatch {
  readonly product: FinanceProduct;
  readonly findings: readonly Finding[];
  readonly fits: boolean;
}
export interface ApplicationDecision {
  readonly event: 'examine' | 'approve' | 'refuse' | 'disburse' | 'lapse';
  readonly reason: string;
  readonly amount: Fen | null;
}
const maxPackDays = 180;
const maxProducts = 500;

/** Use cases of technology finance: products, needs, matching by hard conditions, applications, packs of evidence. */
@Injectable()
export class FinanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly finance: FinanceRepository,
    private readonly signer: CertificateSigner,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async createProduct(actor: PersonActor, content: ProductContent): Outcome<FinanceProduct> {
    if (content.min > content.max) return refuse('finance.amounts', {}, '/maxYuan');
    const product: FinanceProduct = {
      ...content,
      ...this.fresh(),
      organizationId: actor.organizationId,
      state: 'draft',
    };
    return this.unitOfWork.run(actor, async (tx) => {
      await this.finance.products.insert(tx, product);
      await this.record(tx, 'financeScheme', 'create', null, product, [actor.organizationId], content.title);
      return ok(product);
    });
  }

  async moveProduct(actor: PersonActor, id: string, event: FinanceProductEvent): Outcome<FinanceProduct> {
    return this.unitOfWork.run(actor, async (tx): Outcome<FinanceProduct> => {
      const seen = await this.finance.products.find(tx, id);
      const before = seen && actsFor(actor, seen.organizationId) ? await this.finance.products.forUpdate(tx, id) : null;
      if (!before) return refuse('finance.productNotFound');
      const next = transition(financeSchemeTransitions, before.state, event);
      if (!next.ok) return next;
      const after = { ...before, ...this.touched(before), state: next.value };
      await this.finance.products.save(tx, after);
      await this.record(tx, 'financeScheme', event, before, after, [after.organizationId], event);
      return ok(after);
    });
  }

  async getProduct(actor: Actor, id: string): Outcome<FinanceProduct> {
    const found = await this.unitOfWork.run(actor, (tx) => this.finance.products.find(tx, id));
    return found ? ok(found) : refuse('finance.productNotFound');
  }

  async listProducts(actor: Actor, kind: string | null, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.finance.listPublished(tx, kind, after, limit));
  }

  async ownProducts(actor: PersonActor, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.finance.ownProducts(tx, actor.organizationId, after, limit));
  }

  async createNeed(
    actor: PersonActor,
    given: Pick<FinanceNeed, 'amount' | 'months' | 'kinds' | 'purpose'>,
  ): Outcome<FinanceNeed> {
    if (given.amount <= 0n) return refuse('finance.amounts', {}, '/amountYuan');
    const need: FinanceNeed = { ...given, ...this.fresh(), organizationId: actor.organizationId, state: 'open' };
    return this.unitOfWork.run(actor, async (tx) => {
      await this.finance.needs.insert(tx, need);
      await this.record(tx, 'financeNeed', 'create', null, need, [actor.organizationId], need.purpose);
      return ok(need);
    });
  }

  async endNeed(actor: PersonActor, id: string, event: 'meet' | 'withdraw'): Outcome<FinanceNeed> {
    return this.unitOfWork.run(actor, async (tx): Outcome<FinanceNeed> => {
      const before = await this.finance.needs.forUpdate(tx, id);
      if (!before) return refuse('finance.needNotFound');
      const next = transition(financeNeedTransitions, before.state, event);
      if (!next.ok) return next;
      const after = { ...before, ...this.touched(before), state: next.value };
      await this.finance.needs.save(tx, after);
      await this.record(tx, 'financeNeed', event, before, after, [after.organizationId], event);
      return ok(after);
    });
  }

  async getNeed(actor: PersonActor, id: string): Outcome<FinanceNeed> {
    const found = await this.unitOfWork.run(actor, (tx) => this.finance.needs.find(tx, id));
    return found ? ok(found) : refuse('finance.needNotFound');
  }

  async ownNeeds(actor: PersonActor, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.finance.ownNeeds(tx, actor.organizationId, after, limit));
  }

  /** Every product on offer with each hard condition, met or not; those that fit come first. */
  async matches(actor: PersonActor, needId: string): Outcome<readonly ProductMatch[]> {
    return this.unitOfWork.run(actor, async (tx): Outcome<readonly ProductMatch[]> => {
      const need = await this.finance.needs.find(tx, needId);
      if (!need) return refuse('finance.needNotFound');
      const facts = await this.finance.facts(tx, need.organizationId, this.today());
      const products = await this.finance.listPublished(tx, null, null, maxProducts);
      const matched = products.map((product): ProductMatch => {
        const findings = findingsOf(product, need, facts);
        return { product, findings, fits: findings.every(({ met }) => met) };
      });
      return ok(matched.sort((a, b) => Number(b.fits) - Number(a.fits) || (a.product.id < b.product.id ? -1 : 1)));
    });
  }

  async apply(actor: PersonActor, needId: string, productId: string): Outcome<FinanceApplication> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Outcome<FinanceApplication> => {
        const need = await this.finance.needs.forUpdate(tx, needId);
        if (!need || need.state !== 'open') return refuse('finance.needNotFound', {}, '/needId');
        const product = await this.finance.products.find(tx, productId);
        if (product?.state !== 'published') return refuse('finance.productNotFound', {}, '/productId');
        const findings = findingsOf(product, need, await this.finance.facts(tx, need.organizationId, this.today()));
        const missing = findings.filter(({ met }) => !met).map(({ wording }) => wording);
        if (missing.length > 0) return refuse('finance.notFitting', { missing: missing.join('；') });
        const { amount, months, purpose } = need;
        const application: FinanceApplication = {
          ...this.fresh(),
          needId,
          productId,
          organizationId: need.organizationId,
          providerOrganizationId: product.organizationId,
          state: 'submitted',
          amount,
          months,
          purpose,
          findings,
          approved: null,
          disbursed: null,
          disbursedOn: null,
          decisionReason: null,
          decidedBy: null,
        };
        await this.finance.applications.insert(tx, application);
        await this.recordApplication(tx, 'submit', null, application, purpose);
        return ok(application);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'finance_application_once') throw error;
      return refuse('finance.appliedAlready');
    }
  }

  /** The institution's steps; approval and payment name an amount, and every decision a reason. */
  async decide(
    actor: PersonActor,
    id: string,
    { event, reason, amount }: ApplicationDecision,
  ): Outcome<FinanceApplication> {
    return this.step(actor, id, 'providerOrganizationId', event, reason, (before) => {
      const most = event === 'approve' ? before.amount : (before.approved ?? 0n);
      const names = event === 'approve' || event === 'disburse';
      if (names && (amount === null || amount <= 0n || amount > most))
        return refuse('finance.approvedAmount', {}, '/amountYuan');
      return ok({
        decidedBy: actor.personId,
        ...(event === 'approve' && { approved: amount }),
        ...(event === 'disburse' && { disbursed: amount, disbursedOn: this.today() }),
      });
    });
  }

  async withdraw(actor: PersonActor, id: string, reason: string): Outcome<FinanceApplication> {
    return this.step(actor, id, 'organizationId', 'withdraw', reason, () => ok({}));
  }

  async getApplication(actor: PersonActor, id: string): Outcome<FinanceApplication> {
    const found = await this.unitOfWork.run(actor, (tx) => this.finance.applications.find(tx, id));
    return found ? ok(found) : refuse('finance.applicationNotFound');
  }

  async listApplications(actor: PersonActor, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.finance.applicationsOf(tx, actor.organizationId, after, limit));
  }

  /** The company consents: what it chose is frozen, signed, and handed to the one institution it applied to. */
  async grantPack(
    actor: PersonActor,
    applicationId: string,
    contents: readonly PackContent[],
    days: number,
    consent: string,
  ): Outcome<FinancePack> {
    if (days > maxPackDays) return refuse('finance.packDays', { days: String(maxPackDays) }, '/days');
    return this.unitOfWork.run(actor, async (tx): Outcome<FinancePack> => {
      const application = await this.finance.applications.forUpdate(tx, applicationId);
      if (!application || !actsFor(actor, application.organizationId)) return refuse('finance.applicationNotFound');
      if (application.state !== 'submitted' && application.state !== 'examining') {
        return refuse('state.notAllowed', { state: application.state, event: 'grantPack', allowed: '无' });
      }
      const known = await this.finance.packOf(tx, applicationId);
      if (known?.state === 'granted') return refuse('finance.packExists');
      const files = await this.filesOf(tx, application.organizationId, contents);
      const now = this.clock.now();
      const expiresOn = addDays(beijingDate(now), days);
      const id = uuid();
      const { organizationId, providerOrganizationId } = application;
      const manifest = canonicalJson({
        kind: '科技金融资料包',
        version: '1',
        packId: id,
        applicationId,
        organizationId,
        providerOrganizationId,
        consent,
        consentedAt: now,
        expiresOn,
        files: files.map(({ path, sizeBytes, sha256 }) => ({ path, sizeBytes, sha256 })),
      });
      const { signature, keyId } = await this.signer.sign(tx, packText(manifest));
      const pack: FinancePack = {
        id,
        applicationId,
        organizationId,
        providerOrganizationId,
        state: 'granted',
        files,
        manifest,
        signature,
        keyId,
        consent,
        consentedBy: actor.personId,
        consentedAt: now,
        expiresOn,
        withdrawnAt: null,
        version: 1,
      };
      await this.finance.packs.insert(tx, pack);
      await this.recordPack(tx, 'grant', null, pack, consent);
      return ok(pack);
    });
  }

  async withdrawPack(actor: PersonActor, id: string, reason: string): Outcome<FinancePack> {
    return this.unitOfWork.run(actor, async (tx): Outcome<FinancePack> => {
      const before = await this.finance.packs.find(tx, id);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('finance.packNotFound');
      if (before.state !== 'granted')
        return refuse('state.notAllowed', { state: before.state, event: 'withdraw', allowed: '无' });
      const withdrawnAt = this.clock.now();
      await this.finance.withdrawPack(tx, id, withdrawnAt);
      const after: FinancePack = { ...before, state: 'withdrawn', withdrawnAt, version: before.version + 1 };
      await this.recordPack(tx, 'withdraw', before, after, reason);
      return ok(after);
    });
  }

  /** Read by the institution while it may be, each reading written down; by the company itself at any time. */
  async readPack(actor: PersonActor, id: string): Outcome<FinancePack> {
    return this.unitOfWork.run(actor, async (tx): Outcome<FinancePack> => {
      const pack = await this.finance.packs.find(tx, id);
      if (!pack) return refuse('finance.packNotFound');
      if (actsFor(actor, pack.organizationId)) return ok(pack);
      if (!mayRead(pack, this.today())) return refuse('finance.packClosed', { expiresOn: pack.expiresOn });
      await this.finance.readings.insert(tx, {
        id: uuid(),
        packId: id,
        organizationId: actor.organizationId,
        personId: actor.personId,
        ownerOrganizationId: pack.organizationId,
        at: this.clock.now(),
      });
      await this.recordPack(tx, 'read', pack, pack, '查阅资料包');
      return ok(pack);
    });
  }

  /** Who of the institution read it and when: for the company. */
  async readings(actor: PersonActor, id: string, after: string | null, limit: number): Outcome<PackReading[]> {
    return this.unitOfWork.run(actor, async (tx): Outcome<PackReading[]> => {
      const pack = await this.finance.packs.find(tx, id);
      if (!pack || !actsFor(actor, pack.organizationId)) return refuse('finance.packNotFound');
      return ok(await this.finance.readingsOf(tx, id, after, limit));
    });
  }

  /** The pack of an application, without its content: its id and whether it may be read. */
  async packOf(actor: PersonActor, applicationId: string): Promise<FinancePack | null> {
    return this.unitOfWork.run(actor, (tx) => this.finance.packOf(tx, applicationId));
  }

  private async filesOf(tx: Tx, organizationId: string, contents: readonly PackContent[]): Promise<PackFile[]> {
    const files: PackFile[] = [];
    for (const part of [...new Set(contents)].sort()) {
      const text = canonicalJson(await this.finance.content(tx, part, organizationId));
      const sha256 = createHash('sha256').update(text).digest('hex');
      files.push({ path: `${part}.json`, text, sizeBytes: String(Buffer.byteLength(text)), sha256 });
    }
    return files;
  }

  private async step(
    actor: PersonActor,
    id: string,
    side: 'organizationId' | 'providerOrganizationId',
    event: FinanceApplicationEvent,
    reason: string,
    decide: (before: FinanceApplication) => Result<Partial<FinanceApplication>, FinanceRefusal>,
  ): Outcome<FinanceApplication> {
    return this.unitOfWork.run(actor, async (tx): Outcome<FinanceApplication> => {
      const before = await this.finance.applications.forUpdate(tx, id);
      if (!before || !actsFor(actor, before[side])) return refuse('finance.applicationNotFound');
      const next = transition(financeApplicationTransitions, before.state, event);
      if (!next.ok) return next;
      const decided = decide(before);
      if (!decided.ok) return decided;
      const after = { ...before, ...decided.value, ...this.touched(before), decisionReason: reason, state: next.value };
      await this.finance.applications.save(tx, after);
      await this.recordApplication(tx, event, before, after, reason);
      return ok(after);
    });
  }

  private today = (): LocalDate => beijingDate(this.clock.now());

  private fresh() {
    const now = this.clock.now();
    return { id: uuid(), version: 1, createdAt: now, updatedAt: now };
  }

  private touched = ({ version }: { readonly version: number }) => ({
    version: version + 1,
    updatedAt: this.clock.now(),
  });

  private recordApplication(
    tx: Tx,
    event: string,
    before: FinanceApplication | null,
    after: FinanceApplication,
    reason: string,
  ) {
    const parties = [after.organizationId, after.providerOrganizationId];
    return this.record(tx, 'financeApplication', event, before, after, parties, reason);
  }

  private recordPack(tx: Tx, event: string, before: FinancePack | null, after: FinancePack, reason: string) {
    const parties = [after.organizationId, after.providerOrganizationId];
    return this.record(tx, 'financePack', event, before, after, parties, reason);
  }

  private async record(
    tx: Tx,
    subjectKind: string,
    event: string,
    before: { readonly state: string } | null,
    after: { readonly id: string; readonly state: string },
    parties: readonly string[],
    reason: string,
  ): Promise<void> {
    const from = before?.state ?? null;
    await this.journal.record(tx, {
      subjectKind,
      subjectId: after.id,
      parties,
      event,
      from,
      to: after.state,
      reason,
      ...(before && { before }),
      after,
    });
  }
}
