import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { tradingCertificateState } from '../../text/codes/performance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { DayItem, TextField } from '../../ui/fields.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '交易鉴证书查验',
    lead: '输入鉴证编号，或扫描鉴证书上的二维码，查看它今天或某一天是否有效。当事人名称部分隐去。',
    number: '鉴证编号',
    numberHelp: '例如 QYJZ-2026-000001',
    on: '查询哪一天（不填为今天）',
    check: '查验',
    result: '查验结果',
    state: '状态',
    day: '查询日期',
    method: '定价方式',
    sellers: '转让方',
    buyers: '受让方',
    issued: '鉴证日期',
    office: '鉴证机构',
    revoked: '撤销时间',
    hash: '内容的 SHA-256',
    key: '公钥编号',
  },
  {
    title: 'Check a trading certificate',
    lead: 'Enter its number, or scan its code, to see whether it is, or was on a day, valid. Names are masked.',
    number: 'Number',
    numberHelp: 'e.g. QYJZ-2026-000001',
    on: 'On which day (default: today)',
    check: 'Check',
    result: 'Result',
    state: 'State',
    day: 'Day',
    method: 'Pricing',
    sellers: 'Sellers',
    buyers: 'Buyers',
    issued: 'Issued on',
    office: 'Office',
    revoked: 'Revoked',
    hash: 'SHA-256 of the content',
    key: 'Key',
  },
);

interface Asked {
  readonly number: string;
  readonly on?: string;
}

/** `/trading-certificates/{number}` is what the code on the paper leads to. */
export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const { number = '' } = useParams();
  const [params] = useSearchParams();
  const on = params.get('on');
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="narrow">
        <Section title={t.check}>
          <ApiForm<Asked>
            submit={t.check}
            initial={{ number, ...(on && { on }) }}
            onSubmit={async (asked) => {
              const to = `/trading-certificates/${encodeURIComponent(plain(asked.number))}`;
              await navigate(asked.on ? `${to}?on=${asked.on}` : to);
            }}
          >
            <TextField name="number" label={t.number} help={t.numberHelp} max={40} />
            <DayItem name="on" label={t.on} optional />
          </ApiForm>
        </Section>
      </div>
      {number && <Result number={number} on={on} />}
    </Page>
  );
}

/** As typed from paper: full-width signs, spaces and small letters are meant as printed. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

function Result({ number, on }: { readonly number: string; readonly on: string | null }) {
  const t = useWords(words);
  const params = { path: { number }, query: on ? { on } : {} };
  const certificate = api.useQuery('get', '/v1/trading-certificates/{number}', { params }, { retry: false });
  return (
    <Section title={t.result}>
      <div role="status">
        <QueryView query={certificate}>
          {(found) => (
            <Facts
              items={[
                [t.state, <StateTag key="state" codes={tradingCertificateState} value={found.stateOn} />],
                [t.day, <Day key="day" value={found.on} />],
                [t.number, found.number],
                [t.method, found.method],
                [t.sellers, found.sellers.join('、')],
                [t.buyers, found.buyers.join('、')],
                [t.issued, <Day key="issued" value={found.issuedOn} />],
                [t.office, found.office],
                ...(found.revokedAt ? ([[t.revoked, <Instant key="revoked" value={found.revokedAt} />]] as const) : []),
                [t.hash, <code key="hash">{found.contentHash}</code>],
                [t.key, <code key="key">{found.keyId}</code>],
              ]}
            />
          )}
        </QueryView>
      </div>
    </Section>
  );
}
