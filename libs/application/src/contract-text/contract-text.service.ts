import { Injectable } from '@nestjs/common';
import { contractText } from '#domain/contract-text/contract-text.js';
import { signedText, type Contract } from '#domain/contract/contract.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, type Refusal, type Result } from '#domain/shared/result.js';
import { contentHash } from '#platform/text/canonical.js';
import { ContractService } from '../contract/contract.service.js';
import type { GlyphRefusal } from '../document/chinese-font.js';
import { textAsDocx } from './contract-text.docx.js';
import { textAsPdf, type TextOrigin } from './contract-text.pdf.js';

/** The text of a contract, made from its data for whoever may read the contract. Nothing of it is kept. */
@Injectable()
export class ContractTextService {
  constructor(private readonly contracts: ContractService) {}

  async pdf(actor: PersonActor, id: string): Promise<Result<Buffer, Refusal<'contract.notFound'> | GlyphRefusal>> {
    const contract = await this.contracts.get(actor, id);
    return contract.ok ? textAsPdf(contractText(contract.value), originOf(contract.value)) : contract;
  }

  async docx(actor: PersonActor, id: string): Promise<Result<Buffer, Refusal<'contract.notFound'>>> {
    const contract = await this.contracts.get(actor, id);
    return contract.ok ? ok(await textAsDocx(contractText(contract.value), originOf(contract.value))) : contract;
  }
}

const originOf = (contract: Contract): TextOrigin => ({
  textHash: contentHash(signedText(contract)),
  version: contract.version,
  at: contract.updatedAt,
});
