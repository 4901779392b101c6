import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { tradingCertificateState } from '../../text/codes/performance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ReasonedAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Certificate = Schemas['TradingCertificateView'];

const words = bilingual(
  {
    list: '交易鉴证书',
    facts: '鉴证内容',
    pdf: '下载鉴证书（PDF）',
    check: '公众查验的页面',
    contract: '查看合同',
    revoke: '撤销鉴证书',
    state: '状态',
    revoked: '撤销时间和理由',
    name: '项目名称',
    method: '定价方式',
    mode: '转化方式',
    sellers: '转让方',
    buyers: '受让方',
    price: '成交价格',
    signed: '合同签订日期',
    announced: '公示或公告',
    bidders: '符合条件的竞买人数',
    concluded: '成交日期',
    evidence: '定价证据',
    office: '鉴证机构',
    officer: '经办人',
    on: '鉴证日期',
    seals: '摘要与签名',
    contractHash: '合同文本摘要',
    hash: '内容的 SHA-256',
    key: '公钥编号',
    signature: 'Ed25519 签名',
    text: '签名原文',
  },
  {
    list: 'Trading certificates',
    facts: 'What was witnessed',
    pdf: 'Download (PDF)',
    check: 'What the public sees',
    contract: 'See the contract',
    revoke: 'Revoke',
    state: 'State',
    revoked: 'Revoked, and why',
    name: 'Project',
    method: 'Pricing',
    mode: 'Transfer',
    sellers: 'Sellers',
    buyers: 'Buyers',
    price: 'Price',
    signed: 'Signed on',
    announced: 'Announced',
    bidders: 'Qualified bidders',
    concluded: 'Concluded on',
    evidence: 'Evidence of the price',
    office: 'Office',
    officer: 'Officer',
    on: 'Issued on',
    seals: 'Hashes and signature',
    contractHash: 'Hash of the contract',
    hash: 'SHA-256 of the content',
    key: 'Key',
    signature: 'Ed25519 signature',
    text: 'Signed text',
  },
);

export function Component() {
  const t = useWords(words);
  const { number = '' } = useParams();
  const me = useMe();
  const params = { path: { number } };
  const certificate = api.useQuery('get', '/v1/trading-certificates/{number}/full', { params });
  const revoke = api.useMutation('post', '/v1/trading-certificates/{number}/revocation');
  return (
    <Page
      title={number}
      crumbs={[{ title: t.list, to: '/workbench/trading-certificates' }]}
      actions={
        <Button onClick={() => void download(`/v1/trading-certificates/${number}/certificate.pdf`, `${number}.pdf`)}>
          {t.pdf}
        </Button>
      }
    >
      <QueryView query={certificate}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Witnessed certificate={shown} />
              <p className="hit-line">
                <Link to={`/trading-certificates/${number}`}>{t.check}</Link>
                <Link to={`/workbench/contracts/${shown.contractId}`}>{t.contract}</Link>
              </p>
              {hasRole(me.data, 'reviewer') && shown.state === 'valid' && (
                <ReasonedAct button={t.revoke} work={(body) => revoke.mutateAsync({ params, body })} />
              )}
            </Section>
            <Seals certificate={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

const named = (parties: readonly Schemas['CertificatePartyView'][]): string =>
  parties.map(({ name, creditCode }) => `${name}（${creditCode}）`).join('、');

function Witnessed({
  certificate: { content, state, revokedAt, revokeReason },
}: {
  readonly certificate: Certificate;
}) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [t.state, <StateTag key="state" codes={tradingCertificateState} value={state} />],
        ...(revokedAt
          ? ([
              [
                t.revoked,
                <span key="revoked">
                  <Instant value={revokedAt} /> {revokeReason}
                </span>,
              ],
            ] as const)
          : []),
        [t.name, content.title],
        [t.method, content.method],
        [t.mode, content.transferMode],
        [t.sellers, named(content.sellers)],
        [t.buyers, named(content.buyers)],
        [t.price, `${content.price.yuan} 元（${content.price.capitals}）`],
        [t.signed, <Day key="signed" value={content.signedOn} />],
        [t.announced, content.announcedOn && `${content.announcedOn} – ${content.announcedUntil ?? ''}`],
        [t.bidders, content.bidders],
        [t.concluded, <Day key="concluded" value={content.concludedOn} />],
        [t.evidence, content.evidenceKind],
        [t.office, content.office],
        [t.officer, content.officer],
        [t.on, <Day key="on" value={content.issuedOn} />],
      ]}
    />
  );
}

function Seals({ certificate: shown }: { readonly certificate: Certificate }) {
  const t = useWords(words);
  return (
    <Section title={t.seals}>
      <Facts
        items={[
          [t.contractHash, <code key="contract">{shown.content.contractHash}</code>],
          [t.evidence, <code key="evidence">{shown.content.evidenceHash}</code>],
          [t.hash, <code key="hash">{shown.contentHash}</code>],
          [t.key, <code key="key">{shown.keyId}</code>],
          [t.signature, <code key="signature">{shown.signature}</code>],
          [t.text, <code key="text">{shown.signedText}</code>],
        ]}
      />
    </Section>
  );
}
