import { Form, Input } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { certificateState } from '../../text/codes/public.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SignedTextCheck } from './signed-text-check.tsx';

const words = bilingual(
  {
    title: '登记证明查验',
    lead: '输入证明上的核验码，查看它今天或某一天是否有效。当事人名称部分隐去。',
    code: '核验码',
    codeHelp: '印在证明右下角、二维码旁。',
    codeMissing: '请填写核验码。',
    on: '查询哪一天（不填为今天）',
    check: '查验',
    result: '查验结果',
    state: '状态',
    day: '查询日期',
    number: '登记编号',
    type: '合同类型',
    sellers: '卖方',
    buyers: '买方',
    registered: '登记日期',
    office: '登记机构',
    edition: '版次',
    issued: '签发时间',
    hash: '内容的 SHA-256',
  },
  {
    title: 'Check a certificate',
    lead: 'Enter the code printed on a certificate to see whether it is, or was on a day, valid. Names are masked.',
    code: 'Verification code',
    codeHelp: 'Printed at the lower right, beside the QR code.',
    codeMissing: 'Fill in the code.',
    on: 'On which day (default: today)',
    check: 'Check',
    result: 'Result',
    state: 'State',
    day: 'Day',
    number: 'Registration number',
    type: 'Contract type',
    sellers: 'Seller',
    buyers: 'Buyer',
    registered: 'Registered on',
    office: 'Office',
    edition: 'Edition',
    issued: 'Issued',
    hash: 'SHA-256 of the content',
  },
);

interface Asked {
  readonly code: string;
  readonly on?: string;
}

export function Component() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const [code, on] = [params.get('code') ?? '', params.get('on')];
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="narrow">
        <Section title={t.check}>
          <ApiForm<Asked>
            submit={t.check}
            initial={{ code, ...(on && { on }) }}
            onSubmit={async (asked) => setParams({ code: plain(asked.code), ...(asked.on && { on: asked.on }) })}
          >
            <Form.Item
              name="code"
              label={t.code}
              extra={t.codeHelp}
              rules={[{ required: true, message: t.codeMissing }]}
            >
              <Input autoComplete="off" spellCheck={false} maxLength={64} />
            </Form.Item>
            <Form.Item name="on" label={t.on}>
              <DayField />
            </Form.Item>
          </ApiForm>
        </Section>
      </div>
      {code && <Result code={code} on={on} />}
      <SignedTextCheck />
    </Page>
  );
}

/** As typed from paper: the alphabet of the codes has no O, I or L. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

function Result({ code, on }: { readonly code: string; readonly on: string | null }) {
  const t = useWords(words);
  const certificate = api.useQuery(
    'get',
    '/v1/certificates/{verificationCode}',
    {
      params: { path: { verificationCode: code }, query: on ? { on } : {} },
    },
    { retry: false },
  );
  return (
    <Section title={t.result}>
      <div role="status">
        <QueryView query={certificate}>
          {(found) => (
            <Facts
              items={[
                [t.state, <StateTag key="state" codes={certificateState} value={found.stateOn} />],
                [t.day, <Day key="day" value={found.on} />],
                [t.number, found.registrationNumber],
                [t.type, found.contractType],
                [t.sellers, found.sellers.join('、')],
                [t.buyers, found.buyers.join('、')],
                [t.registered, <Day key="registered" value={found.registeredOn} />],
                [t.office, found.office],
                [t.edition, String(found.edition)],
                [t.issued, <Instant key="issued" value={found.issuedAt} />],
                [t.hash, found.contentHash],
              ]}
            />
          )}
        </QueryView>
      </div>
    </Section>
  );
}
