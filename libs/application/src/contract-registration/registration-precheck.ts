import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Contract } from '#domain/contract/contract.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { ruleSetFor } from '#domain/contract-registration/deadline.js';
import {
  compareContracts,
  duplicatePolicy,
  type DuplicateFacts,
  type DuplicateVerdict,
} from '#domain/contract-registration/duplicate.js';
import { filedContract, partiesOf, type FiledContract } from '#domain/contract-registration/filed-contract.js';
import type { Landing } from '#domain/contract-registration/landing.js';
import { requiredFigures } from '#domain/contract-registration/required-figures.js';
import { precheck, type Finding } from '#domain/contract-registration/precheck.js';
import { unconfirmedCodes } from '#domain/contract-registration/registrant.js';
import { systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { maySee, type RegistrationRefusal } from './registration-desk.js';

/** A case that may be the same contract, and in what it agrees. */
export interface Duplicate extends DuplicateVerdict {
  readonly registration: ContractRegistration;
}

const mostDuplicates = 20;
const mostCandidates = 200;

/** The checks of a filing, and the search for the same contract under another name. */
@Injectable()
export class RegistrationPrecheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly catalogue: CatalogueService,
    private readonly clock: Clock,
  ) {}

  async findings(
    tx: Tx,
    contract: Contract,
    filing: { readonly landing?: Landing; readonly contractTextHash?: string | null },
  ): Promise<Result<readonly Finding[], RegistrationRefusal>> {
    const today = beijingDate(this.clock.now());
    const rules = ruleSetFor(today);
    if (!rules.ok) return rules;
    const textHash = filing.contractTextHash ?? null;
    const filed = filedContract(contract);
    return ok([
      ...requiredFigures(contract),
      ...precheck({
        contract: filed,
        state: contract.state,
        rules: rules.value,
        today,
        landing: filing.landing ?? null,
        alreadyFiled: await this.registrations.isFiled(tx, contract.id),
        sameText: await this.textFiled(tx, textHash),
        doubtfulCodes: unconfirmedCodes(contract, await this.documentedCodes(tx, filed)),
        duplicates: (await this.duplicatesOf(tx, filed, textHash, null)).filter(
          ({ registration }) => registration.contractId !== contract.id,
        ).length,
        places: await this.places(),
      }),
    ]);
  }

  /** Refused when the office would not take the filing. */
  async ready(
    tx: Tx,
    contract: Contract,
    filing: { readonly landing: Landing; readonly contractTextHash?: string | null },
  ): Promise<Result<true, RegistrationRefusal>> {
    const found = await this.findings(tx, contract, filing);
    if (!found.ok) return found;
    const blocking = found.value.filter((finding) => finding.severity === 'blocking');
    for (const code of ['alreadyFiled', 'sameText'] as const) {
      if (blocking.some((finding) => finding.code === code)) return refuse(`contractRegistration.${code}` as const);
    }
    if (blocking.length === 0) return ok(true);
    return refuse('contractRegistration.notReady', { findings: blocking.map(({ text }) => text).join('') });
  }

  /** For an officer, or the applicant who sees what it may see anyway: cases like this one, with the evidence. */
  async duplicates(actor: PersonActor, id: string): Promise<Result<readonly Duplicate[], RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.registrations.find(tx, id);
      if (!found || !maySee(actor, found)) return refuse('contractRegistration.notFound');
      const duplicates = await this.duplicatesOf(tx, found.contract, found.contractTextHash, id);
      return ok(duplicates.filter(({ registration }) => maySee(actor, registration)));
    });
  }

  /** Across all tenants: the system looks, and the caller decides what to show. */
  private duplicatesOf(
    tx: Tx,
    contract: FiledContract,
    contractTextHash: string | null,
    id: string | null,
  ): Promise<Duplicate[]> {
    const actor = systemActor('contractRegistration.duplicates', tx.actor.origin.requestId);
    const own = duplicateFacts(contract, contractTextHash);
    const window = (contract.contractValue * BigInt(duplicatePolicy.amountWindowPercent) + 99n) / 100n;
    return this.unitOfWork.run(actor, async (system) => {
      const candidates = await this.registrations.similar(
        system,
        {
          id,
          partyCodes: [...own.sellerCodes, ...own.buyerCodes],
          lowest: contract.contractValue - window,
          highest: contract.contractValue + 2n * window,
          contractTextHash,
        },
        mostCandidates,
      );
      return candidates
        .flatMap((registration) => {
          const facts = duplicateFacts(registration.contract, registration.contractTextHash);
          const verdict = compareContracts(own, facts);
          return verdict === null ? [] : [{ ...verdict, registration }];
        })
        .sort((a, b) => (a.verdict === b.verdict ? 0 : a.verdict === 'same' ? -1 : 1))
        .slice(0, mostDuplicates);
    });
  }

  private async textFiled(tx: Tx, hash: string | null): Promise<boolean> {
    if (hash === null) return false;
    const actor = systemActor('contractRegistration.sameText', tx.actor.origin.requestId);
    return this.unitOfWork.run(actor, (system) => this.registrations.isTextFiled(system, hash));
  }

  /** Codes whose failing check was documented when the organization signed up. */
  private documentedCodes(tx: Tx, contract: FiledContract): Promise<string[]> {
    const actor = systemActor('contractRegistration.codes', tx.actor.origin.requestId);
    return this.unitOfWork.run(actor, (system) =>
      this.registrations.documentedCodes(
        system,
        contract.parties.map((party) => party.organizationId),
      ),
    );
  }

  /** Codes of the catalogue; none while it was never loaded, and then nothing can be compared. */
  private async places(): Promise<{ counties: readonly string[]; zones: readonly string[] }> {
    const [counties, zones] = await Promise.all([this.catalogue.counties(), this.catalogue.zones()]);
    return { counties: counties.records.map(({ code }) => code), zones: zones.records.map(({ code }) => code) };
  }
}

export const duplicateFacts = (contract: FiledContract, contractTextHash: string | null): DuplicateFacts => ({
  title: contract.title,
  sellerCodes: partiesOf(contract, 'seller').map((party) => party.creditCode),
  buyerCodes: partiesOf(contract, 'buyer').map((party) => party.creditCode),
  contractValue: contract.contractValue,
  signedOn: contract.signedOn,
  contractTextHash,
});
