import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { marketTextOn } from '#domain/non-disclosure/market-texts.policy.js';
import type { AgreementText } from '#domain/non-disclosure/non-disclosure.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { NonDisclosureRepository, type OwnText } from './non-disclosure.repository.js';

export type TextContent = Pick<AgreementText, 'title' | 'body' | 'confidentialMonths'>;

/** Use cases of the texts that owners ask readers to agree to. */
@Injectable()
export class NonDisclosureTextService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: NonDisclosureRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The next version of the organization's own text; from now on it is what readers are asked to agree to. */
  async add(actor: PersonActor, content: TextContent): Promise<OwnText> {
    return this.unitOfWork.run(actor, async (tx) => {
      const text: OwnText = {
        ...content,
        id: uuid(),
        organizationId: actor.organizationId,
        version: await this.agreements.nextTextSerial(tx, actor.organizationId),
        hash: hashOf(content),
        personId: actor.personId,
        createdAt: this.clock.now(),
        retiredAt: null,
      };
      await this.agreements.insertText(tx, text);
      await this.record(tx, 'create', text);
      return text;
    });
  }

  /** No longer offered; agreements on it stand. */
  async retire(actor: PersonActor, id: string): Promise<Result<OwnText, Refusal<'nonDisclosure.textNotFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const text = await this.agreements.findText(tx, id);
      if (!text || !actsFor(actor, text.organizationId)) return refuse('nonDisclosure.textNotFound');
      if (text.retiredAt !== null) return ok(text);
      const retired = { ...text, retiredAt: this.clock.now() };
      await this.agreements.retireText(tx, id, retired.retiredAt);
      await this.record(tx, 'retire', retired);
      return ok(retired);
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<OwnText[]> {
    return this.unitOfWork.run(actor, (tx) => this.agreements.texts(tx, actor.organizationId, after, limit));
  }

  /** What a reader of this owner's things is asked to agree to today: its own text, else the market's. */
  async inForce(tx: Tx, ownerOrganizationId: string): Promise<AgreementText> {
    const own = await this.unitOfWork.asSystem(tx, 'nonDisclosure.text', (system) =>
      this.agreements.newestText(system, ownerOrganizationId),
    );
    if (own) {
      const { version, title, body, confidentialMonths, hash } = own;
      return { source: 'owner', version, title, body, confidentialMonths, hash };
    }
    const { version, title, body, confidentialMonths } = marketTextOn(beijingDate(this.clock.now()));
    const content = { title, body, confidentialMonths };
    return { source: 'market', version, ...content, hash: hashOf(content) };
  }

  private async record(tx: Tx, event: string, text: OwnText): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'nonDisclosureText',
      subjectId: text.id,
      parties: [text.organizationId],
      event,
      from: null,
      to: null,
      after: text,
    });
  }
}

const hashOf = ({ title, body, confidentialMonths }: TextContent): string =>
  contentHash({ title, body, confidentialMonths });
