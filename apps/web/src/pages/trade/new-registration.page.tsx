import { Form, Input, Select } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCounties, useZones } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '申请认定登记',
    contract: '技术合同',
    check: '申请前自查',
    ready: '没有妨碍登记的问题，可以申请。',
    notReady: '先改正下列问题再申请，就不会被退回或要求补正：',
    fix: '如何改正',
    know: '怎么办',
    toContract: '回到合同',
    notice: '提醒',
    county: '实施地县区',
    countyMissing: '请选择县区。',
    zone: '示范区（不在示范区内的不选）',
    site: '实施地点',
    evidence: '落地证明',
    evidenceHelp: '逐条写明，例如“实施方案第三条：在环县曲子镇实施”；每行一条。',
    evidenceMissing: '请写明至少一条落地证明。',
    submit: '提交申请',
  },
  {
    title: 'Apply for registration',
    contract: 'Contract',
    check: 'Check before filing',
    ready: 'Nothing stands in the way.',
    notReady: 'Mend this first, and it will not be returned:',
    fix: 'How to mend it',
    know: 'What to do',
    toContract: 'Back to the contract',
    notice: 'Note',
    county: 'County of use',
    countyMissing: 'Choose a county.',
    zone: 'Zone (if any)',
    site: 'Site',
    evidence: 'Evidence of use',
    evidenceHelp: 'One a line.',
    evidenceMissing: 'Give at least one.',
    submit: 'File the application',
  },
);

interface Values {
  readonly countyCode: string;
  readonly zoneCode?: string;
  readonly site?: string;
  readonly evidence: string;
}

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const contractId = params.get('contract') ?? '';
  const [counties, zones] = [useCounties(), useZones()];
  const file = api.useMutation('post', '/v1/contract-registrations');
  return (
    <Page title={t.title} crumbs={[{ title: t.contract, to: `/workbench/contracts/${contractId}` }]}>
      <Precheck contractId={contractId} />
      <div className="narrow">
        <Section title={t.title}>
          <ApiForm<Values>
            submit={t.submit}
            draftKey={`registration.${contractId}`}
            onSubmit={async ({ countyCode, zoneCode, site, evidence }) => {
              const lines = evidence.split('\n').map((line) => line.trim());
              const landing = {
                countyCode,
                evidence: lines.filter(Boolean),
                ...(zoneCode && { zoneCode }),
                ...(site && { site }),
              };
              const made = await file.mutateAsync({ body: { contractId, landing } });
              await navigate(`/workbench/my-registrations/${made.id}`);
            }}
          >
            <Form.Item name="countyCode" label={t.county} rules={[{ required: true, message: t.countyMissing }]}>
              <Select options={counties} />
            </Form.Item>
            <Form.Item name="zoneCode" label={t.zone}>
              <Select options={zones} allowClear />
            </Form.Item>
            <Form.Item name="site" label={t.site}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item
              name="evidence"
              label={t.evidence}
              extra={t.evidenceHelp}
              rules={[{ required: true, message: t.evidenceMissing }]}
            >
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
            </Form.Item>
          </ApiForm>
        </Section>
      </div>
    </Page>
  );
}

/** What would come back from the office, before anything is filed. */
function Precheck({ contractId }: { readonly contractId: string }) {
  const t = useWords(words);
  const precheck = api.useQuery('get', '/v1/contracts/{id}/registration-precheck', {
    params: { path: { id: contractId } },
  });
  return (
    <Section title={t.check}>
      <QueryView query={precheck}>
        {({ findings }) => {
          const blocking = findings.filter(({ severity }) => severity === 'blocking');
          const notices = findings.filter(({ severity }) => severity === 'notice');
          return (
            <>
              <p role="status">{blocking.length === 0 ? t.ready : t.notReady}</p>
              <Findings findings={blocking} />
              {notices.length > 0 && <h3>{t.notice}</h3>}
              <Findings findings={notices} />
              {blocking.length > 0 && <Link to={`/workbench/contracts/${contractId}`}>{t.toContract}</Link>}
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}

function Findings({ findings }: { readonly findings: readonly Schemas['PrecheckFindingView'][] }) {
  const t = useWords(words);
  if (findings.length === 0) return null;
  return (
    <ul>
      {findings.map(({ code, text, repair, severity }, index) => (
        <li key={`${code}${index}`}>
          {text}（{severity === 'blocking' ? t.fix : t.know}：{repair}）
        </li>
      ))}
    </ul>
  );
}
