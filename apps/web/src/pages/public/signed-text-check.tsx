import { useState } from 'react';
import { Alert, Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { certificateState } from '../../text/codes/public.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { Section } from '../../ui/page.tsx';

const words = bilingual(
  {
    title: '核对证明有没有被改动',
    lead: '粘贴证明 PDF 随附的 JSON（含 signedText、signature、keyId 三项），核对内容与签名是否一致。',
    json: '证明的 JSON',
    wrong: '不是完整的 JSON：须含 signedText、signature、keyId 三项文本。',
    check: '核对签名',
    genuine: '签名成立：内容与签发时一字不差。',
    forged: '签名不成立：内容被改动过，或不是本市场签发的。请以核验码查验为准。',
    unknown: '签名成立，但登记簿里没有这份证明。',
    state: '今天的状态',
    number: '登记编号',
    registered: '登记日期',
    office: '登记机构',
    code: '核验码',
  },
  {
    title: 'Has a certificate been altered?',
    lead: 'Paste the JSON that comes with the PDF (signedText, signature, keyId).',
    json: 'JSON of the certificate',
    wrong: 'Not complete: signedText, signature and keyId are needed.',
    check: 'Check the signature',
    genuine: 'The signature holds: not a character was changed.',
    forged: 'The signature does not hold: altered, or not issued here.',
    unknown: 'The signature holds, but the register knows no such certificate.',
    state: 'State today',
    number: 'Registration number',
    registered: 'Registered on',
    office: 'Office',
    code: 'Verification code',
  },
);

type Presented = Schemas['VerifyCertificateDto'];

/** What was pasted, or null when it is not the JSON of a certificate. */
function presented(text: string): Presented | null {
  try {
    const { signedText, signature, keyId } = JSON.parse(text) as Record<string, unknown>;
    const all = [signedText, signature, keyId];
    return all.every((one) => typeof one === 'string') ? ({ signedText, signature, keyId } as Presented) : null;
  } catch {
    return null;
  }
}

export function SignedTextCheck() {
  const t = useWords(words);
  const verify = api.useMutation('post', '/v1/certificate-verifications');
  const [verdict, setVerdict] = useState<Schemas['CertificateVerdictView'] | null>(null);
  return (
    <Section title={t.title}>
      <p>{t.lead}</p>
      <div className="narrow">
        <ApiForm<{ readonly json: string }>
          submit={t.check}
          onSubmit={async ({ json }) => {
            const body = presented(json);
            if (body) setVerdict(await verify.mutateAsync({ body }));
          }}
        >
          <Form.Item
            name="json"
            label={t.json}
            rules={[
              {
                validator: async (_rule, text?: string) => {
                  if (!presented(text ?? '')) throw new Error(t.wrong);
                },
              },
            ]}
          >
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={30_000} spellCheck={false} />
          </Form.Item>
        </ApiForm>
      </div>
      <div role="status">{verdict && <Verdict verdict={verdict} />}</div>
    </Section>
  );
}

function Verdict({ verdict }: { readonly verdict: Schemas['CertificateVerdictView'] }) {
  const t = useWords(words);
  const { signatureValid, certificate } = verdict;
  if (!signatureValid) return <Alert type="error" showIcon title={t.forged} />;
  if (!certificate) return <Alert type="warning" showIcon title={t.unknown} />;
  return (
    <>
      <Alert type="success" showIcon title={t.genuine} />
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={certificateState} value={certificate.state} />],
          [t.number, certificate.registrationNumber],
          [t.registered, <Day key="registered" value={certificate.registeredOn} />],
          [t.office, certificate.office],
          [t.code, certificate.verificationCode],
        ]}
      />
    </>
  );
}
