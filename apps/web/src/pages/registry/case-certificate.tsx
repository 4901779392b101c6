import { Link } from 'react-router';
import { Button } from 'antd';
import { api, download } from '../../api/client.ts';
import { standing } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '登记证明',
    state: '效力',
    number: '登记编号',
    edition: '版次',
    replaces: '替代',
    registrar: '登记员',
    reviewer: '复核员',
    on: '登记日期',
    code: '核验码',
    hash: '内容摘要（SHA-256）',
    key: '签名密钥',
    technology: '技术交易额',
    pdf: '下载登记证明（PDF）',
    check: '打开公众查验页',
  },
  {
    title: 'Certificate',
    state: 'Standing',
    number: 'Registration number',
    edition: 'Edition',
    replaces: 'Replaces',
    registrar: 'Registrar',
    reviewer: 'Reviewer',
    on: 'Registered on',
    code: 'Verification code',
    hash: 'Content hash (SHA-256)',
    key: 'Signing key',
    technology: 'Technology value',
    pdf: 'Download the certificate (PDF)',
    check: 'Open the public check',
  },
);

/** The signed certificate of a registered case, as anybody can check it. */
export function CaseCertificate(props: { readonly registrationId: string; readonly registrationNumber: string }) {
  const t = useWords(words);
  const path = `/v1/contract-registrations/${props.registrationId}/certificate.pdf`;
  const certificate = api.useQuery('get', '/v1/contract-registrations/{id}/certificate', {
    params: { path: { id: props.registrationId } },
  });
  return (
    <Section
      title={t.title}
      actions={<Button onClick={() => void download(path, `${props.registrationNumber}.pdf`)}>{t.pdf}</Button>}
    >
      <QueryView query={certificate}>
        {({ state, edition, content, contentHash, keyId }) => (
          <>
            <Facts
              items={[
                [t.state, <StateTag key="state" codes={standing} value={state} />],
                [t.number, content.registrationNumber],
                [t.edition, edition],
                [t.replaces, content.replaces],
                [t.registrar, content.registrar],
                [t.reviewer, content.reviewer],
                [t.on, <Day key="on" value={content.registeredOn} />],
                [t.technology, `${content.technologyValue.yuan} 元（${content.technologyValue.capitals}）`],
                [t.code, content.verificationCode],
                [t.hash, contentHash],
                [t.key, keyId],
              ]}
            />
            <p>
              <Link to={`/certificates?code=${encodeURIComponent(content.verificationCode)}`}>{t.check}</Link>
            </p>
          </>
        )}
      </QueryView>
    </Section>
  );
}
