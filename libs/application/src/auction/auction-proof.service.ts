import { hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import type { Auction } from '#domain/auction/auction.js';
import { recordPath, reserveOpens, reservePath, termsPath } from '#domain/auction/auction-proof.js';
import { termsAsAnnounced, type AuctionRecordEntry } from '#domain/auction/auction-record.js';
import { collusionSignals, type CollusionSignal } from '#domain/auction/collusion.js';
import { minimumBid } from '#domain/auction/bidding.js';
import { marketRule } from '#domain/auction/market-rule.policy.js';
import { manifestPath, manifestText, signaturePath, type Manifest } from '#domain/evidence/manifest.js';
import { systemActor, type Actor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { CertificateService } from '../certificate/certificate.service.js';
import { RelationService } from '../relation/relation.service.js';
import { AuctionRepository, type Reserve } from './auction.repository.js';
import { BidderRepository } from './bidder.repository.js';

interface Part {
  readonly path: string;
  readonly bytes: Buffer;
}

/** How a price was found, for a certificate: when it was announced, by how many, and the head of the record. */
export interface AuctionProof {
  readonly auction: Auction;
  readonly announcedAt: Date;
  readonly closedAt: Date;
  readonly bidders: number;
  readonly head: string;
}

const maxEntries = 100_000;

/** What proves an auction to others, and what the bureau looks at. */
@Injectable()
export class AuctionProofService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auctions: AuctionRepository,
    private readonly bidders: BidderRepository,
    private readonly relations: RelationService,
    private readonly certificates: CertificateService,
    private readonly clock: Clock,
  ) {}

  /** A zip that anybody may take and verify offline: bidders stand in it by their paddles. Only of what is closed. */
  async bundle(
    actor: Actor,
    id: string,
  ): Promise<Result<Readable, Refusal<'auction.notFound' | 'auction.stillRunning'>>> {
    const auction = await this.auctions.findPublic(id);
    if (!auction) return refuse('auction.notFound');
    if (running.includes(auction.state)) return refuse('auction.stillRunning', { state: auction.state });
    const entries = await this.auctions.entries(id, 0, maxEntries);
    const system = systemActor('auctionProof', actor.origin.requestId);
    const opening = await this.opening(system, auction);
    const keys = await this.certificates.keys();
    const parts = [
      part('README.txt', readme),
      part('keys.json', canonicalJson({ items: keys.map(({ id: keyId, publicKey }) => ({ id: keyId, publicKey })) })),
      part('rules.json', canonicalJson(marketRule(auction.ruleVersion))),
      part(termsPath, canonicalJson(termsAsAnnounced(auction, entries[0]?.closesAt ?? auction.closesAt))),
      part(recordPath, canonicalJson(entries)),
      ...(opening === null ? [] : [part(reservePath, canonicalJson({ auctionId: id, ...opening }))]),
    ];
    const manifest: Manifest = {
      kind: '公开竞价证据包',
      version: '1',
      auctionId: id,
      exportedAt: this.clock.now().toISOString(),
      exportedBy: null,
      auditHead: null,
      files: parts.map(({ path, bytes }) => ({
        path,
        sizeBytes: String(bytes.length),
        sha256: hash('sha256', bytes, 'hex'),
      })),
    };
    const text = canonicalJson(manifest);
    const signature = await this.certificates.signText(system, manifestText(text));
    return ok(this.zipped([part(manifestPath, text), part(signaturePath, canonicalJson(signature)), ...parts]));
  }

  /** 拍卖法 art. 28 keeps a reserve secret while one bids: once it has decided, whoever bid may see by what. */
  private async opening(
    system: SystemActor,
    { id, outcome, reserveCommitment, ruleVersion }: Auction,
  ): Promise<Reserve | null> {
    if (reserveCommitment === null || !reserveOpens(ruleVersion, outcome)) return null;
    const reserve = await this.unitOfWork.run(system, (tx) => this.auctions.reserve(tx, id));
    if (!reserve) throw new Error(`the reserve of auction ${id} decided and cannot be opened`);
    return reserve;
  }

  /** Signals for the bureau, computed from what is on record now; looking at them is audited with the read itself. */
  async signals(
    actor: PersonActor,
    id: string,
  ): Promise<Result<readonly CollusionSignal[], Refusal<'auction.notFound'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<readonly CollusionSignal[], Refusal<'auction.notFound'>>> => {
        const auction = await this.auctions.find(tx, id);
        if (auction?.announcedAt == null) return refuse('auction.notFound');
        const registrations = await this.bidders.all(tx, id);
        const entries = await this.auctions.entries(id, 0, maxEntries);
        const around = [auction.organizationId, ...registrations.map(({ organizationId }) => organizationId)];
        const relations = await this.relations.around(tx, around);
        const least = minimums(auction, entries);
        return ok(
          collusionSignals({
            sellerOrganizationId: auction.organizationId,
            registrations,
            entries,
            relations,
            minimumAt: (index) => least[index] ?? 0n,
          }),
        );
      },
    );
  }

  /** For the certificate of the deal that came of it; null when the deal came about otherwise. */
  async ofDeal(tx: Tx, dealId: string): Promise<AuctionProof | null> {
    return this.unitOfWork.asSystem(tx, 'auction', async (system) => {
      const auction = await this.auctions.ofDeal(system, dealId);
      if (!auction) return null;
      const { announcedAt, closedAt, lastHash } = auction;
      if (announcedAt === null || closedAt === null || lastHash === null)
        throw new Error(`auction ${auction.id} sold nothing`);
      return {
        auction,
        announcedAt,
        closedAt,
        head: lastHash,
        bidders: await this.bidders.qualified(system, auction.id),
      };
    });
  }

  private zipped(parts: readonly Part[]): Readable {
    const zip = new yazl.ZipFile();
    const mtime = this.clock.now();
    for (const { path, bytes } of parts) zip.addBuffer(bytes, path, { mtime, forceDosTimestamp: true });
    zip.end();
    // Itself, not wrapped: complete before it is read, a wrapped one is cut off.
    return zip.outputStream as Readable;
  }
}

const running: readonly string[] = ['draft', 'announced', 'bidding', 'deciding'];

/** The least that each entry's bid had to be. */
function minimums(auction: Auction, entries: readonly AuctionRecordEntry[]): bigint[] {
  let highest: bigint | null = null;
  return entries.map(({ kind, amount }) => {
    const least = minimumBid({ ...auction, highestAmount: highest });
    if ((kind === 'bid' || kind === 'offer') && amount !== null && (highest === null || amount > highest))
      highest = amount;
    return least;
  });
}

const part = (path: string, text: string): Part => ({ path, bytes: Buffer.from(text) });

const readme = `公开竞价证据包

manifest.json   全部文件的大小与 SHA-256，由平台签名（manifest.signature.json，Ed25519）
rules.json      公告所依据的竞价规则版本全文（法定条款注明条文，其余为本平台规则）
terms.json      公告的条件；其摘要写在竞价记录的第一条
reserve.json    保留价的揭示（设有保留价且保留价决定了成交与否时）：金额、盐值
record.json     竞价记录：公告、报价、延期、开始、每次应价、截止与结果，依次编号，逐条链接摘要；竞买人以竞买号列示
keys.json       公钥，仅供参考：核验时请使用平台公布的公钥

金额单位为分；时刻为 UTC。
每条的 hash = SHA-256(该条去掉 hash 后的规范 JSON（RFC 8785）)，previousHash 为前一条的 hash。
公告的 reserveCommitment = SHA-256("qingyang-auction-reserve\n" + 竞价编号 + "\n" + 保留价（分） + "\n" + 盐值)；
凭 reserve.json 重算应与之相等，且最高应价达到保留价即成交、未达到即不成交。
离线核验：npm run cli -- bundle:verify 本文件 --key 公钥文件
核验会重算全部摘要，并按规则重走一遍：次序、严格递增、加价幅度、时间、每次延时和结果。
`;
