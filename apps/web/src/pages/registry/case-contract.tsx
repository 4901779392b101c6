import { Button } from 'antd';
import { api, download, type Schemas } from '../../api/client.ts';
import { contractType, nonTechnologyItem, partyRole } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    contract: '技术合同',
    name: '项目名称',
    type: '合同类型',
    signed: '签订日期',
    valid: '有效期至',
    related: '关联交易',
    yes: '是',
    no: '否',
    parties: '当事人',
    amounts: '金额核定',
    total: '成交总额',
    less: '非技术性款项',
    within: '（合理数量的技术载体，不扣）',
    declared: '申报技术交易额',
    noItem: '没有申报非技术性款项。',
    item: '款项',
    amount: '金额',
    files: '附件',
    noFile: '没有附件。',
    file: '文件',
    size: '大小',
    fetch: '下载',
    text: '合同文本（PDF）',
  },
  {
    contract: 'Contract',
    name: 'Project',
    type: 'Type',
    signed: 'Signed on',
    valid: 'Valid until',
    related: 'Related parties',
    yes: 'Yes',
    no: 'No',
    parties: 'Parties',
    amounts: 'Amounts',
    total: 'Contract value',
    less: 'Not for technology',
    within: '(reasonable carrier, not deducted)',
    declared: 'Declared technology value',
    noItem: 'Nothing was declared as not for technology.',
    item: 'Item',
    amount: 'Amount',
    files: 'Attachments',
    noFile: 'No attachment.',
    file: 'File',
    size: 'Size',
    fetch: 'Download',
    text: 'Contract text (PDF)',
  },
);

/** The contract beside its registration: who, for how much, and the papers. */
export function CaseContract(props: { readonly contractId: string; readonly registrationId: string }) {
  const t = useWords(words);
  const contract = api.useQuery('get', '/v1/contracts/{id}', { params: { path: { id: props.contractId } } });
  return (
    <Section
      title={t.contract}
      actions={
        <Button
          type="link"
          onClick={() => void download(`/v1/contracts/${props.contractId}/text.pdf`, `${props.contractId}.pdf`)}
        >
          {t.text}
        </Button>
      }
    >
      <QueryView query={contract}>
        {(shown) => (
          <>
            <Facts
              items={[
                [t.name, shown.title],
                [t.type, <Code key="type" codes={contractType} value={shown.type} />],
                [t.signed, <Day key="signed" value={shown.signedOn} />],
                [t.valid, <Day key="valid" value={shown.validUntil} />],
                [t.related, shown.relatedParty ? t.yes : t.no],
              ]}
            />
            <h3>{t.parties}</h3>
            <Parties parties={shown.parties} />
            <h3>{t.amounts}</h3>
            <Amounts contract={shown} />
          </>
        )}
      </QueryView>
      <h3>{t.files}</h3>
      <Files subjectKind="contract" subjectId={props.contractId} />
      <Files subjectKind="contractRegistration" subjectId={props.registrationId} />
    </Section>
  );
}

function Parties({ parties }: { readonly parties: readonly Schemas['ContractPartyView'][] }) {
  const countyName = useCountyName();
  return (
    <ul>
      {parties.map(({ organizationId, role, name, creditCode, countyCode }) => (
        <li key={organizationId}>
          <Code codes={partyRole} value={role} />：{name}（{creditCode}，{countyName(countyCode)}）
        </li>
      ))}
    </ul>
  );
}

/** Line by line, as declared; the sum is the server's, never computed here. */
function Amounts({ contract }: { readonly contract: Schemas['ContractView'] }) {
  const t = useWords(words);
  return (
    <table className="list-table">
      <caption className="visually-hidden">{t.amounts}</caption>
      <thead>
        <tr>
          <th scope="col">{t.item}</th>
          <th scope="col" className="numeric">
            {t.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td data-title={t.item}>{t.total}</td>
          <td data-title={t.amount} className="numeric">
            <Money value={contract.contractValue} />
          </td>
        </tr>
        {contract.nonTechnologyItems.map(({ kind, amount, withinReasonableCarrier }, index) => (
          <tr key={index}>
            <td data-title={t.item}>
              {t.less}：<Code codes={nonTechnologyItem} value={kind} />
              {withinReasonableCarrier && t.within}
            </td>
            <td data-title={t.amount} className="numeric">
              {!withinReasonableCarrier && '− '}
              <Money value={amount} />
            </td>
          </tr>
        ))}
        <tr className="sum-row">
          <td data-title={t.item}>{t.declared}</td>
          <td data-title={t.amount} className="numeric">
            <Money value={contract.declaredTechnologyValue} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Files(props: { readonly subjectKind: 'contract' | 'contractRegistration'; readonly subjectId: string }) {
  const t = useWords(words);
  const files = api.useQuery('get', '/v1/attachments', { params: { query: { ...props, limit: 100 } } });
  return (
    <QueryView query={files}>
      {({ items }) => (
        <ListTable
          caption={t.files}
          rows={items}
          rowKey={({ id }) => id}
          empty={t.noFile}
          columns={[
            { key: 'file', title: t.file, render: ({ fileName }) => fileName },
            {
              key: 'size',
              title: t.size,
              numeric: true,
              render: ({ sizeBytes }) => `${Math.ceil(sizeBytes / 1024)} kB`,
            },
            {
              key: 'fetch',
              title: t.fetch,
              render: ({ id, fileName }) => (
                <Button type="link" onClick={() => void download(`/v1/attachments/${id}/content`, fileName)}>
                  {t.fetch}
                  <span className="visually-hidden">：{fileName}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
    </QueryView>
  );
}
