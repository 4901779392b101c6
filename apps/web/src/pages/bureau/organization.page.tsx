import { Form, Input } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { organizationState } from '../../text/codes/identity.codes.ts';
import { organizationKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { Members } from './members.tsx';
import './bureau.css';

type Organization = Schemas['OrganizationView'];

const words = bilingual(
  {
    list: '单位核验',
    facts: '单位',
    kind: '种类',
    code: '统一社会信用代码',
    override: '代码校验不符时的说明',
    county: '县区',
    state: '状态',
    reason: '原因',
    since: '注册时间',
    verify: '通过核验',
    verified: '已通过核验。',
    verifyText: '我已核对单位名称与统一社会信用代码一致。',
    reject: '退回',
    rejected: '已退回，单位可修改后重新提交。',
    suspend: '停用单位',
    suspended: '已停用。',
    suspendText: '停用后，该单位的人员不能办理新的事项；记录都保留。',
    restore: '恢复单位',
    restored: '已恢复。',
    why: '原因（单位能看到）',
    whyMissing: '请写明原因。',
    next: '谁来办',
    nextUnverified: '待核验：登记员、安全管理员，或该县区的科技人员办理；不能核验自己的单位。',
    nextRejected: '已退回：等单位修改后重新提交。',
    nextVerified: '已核验：需要停用的，由安全管理员办理。',
    nextSuspended: '已停用：由安全管理员恢复。',
  },
  {
    list: 'Organizations to verify',
    facts: 'Organization',
    kind: 'Kind',
    code: 'Credit code',
    override: 'Explanation of a code that fails its check',
    county: 'County',
    state: 'State',
    reason: 'Reason',
    since: 'Signed up',
    verify: 'Verify',
    verified: 'Verified.',
    verifyText: 'I compared the name with the credit code.',
    reject: 'Send back',
    rejected: 'Sent back; the organization may mend it.',
    suspend: 'Suspend',
    suspended: 'Suspended.',
    suspendText: 'Its people can begin nothing new; all records stay.',
    restore: 'Restore',
    restored: 'Restored.',
    why: 'Reason (the organization reads it)',
    whyMissing: 'Give the reason.',
    next: 'Who acts',
    nextUnverified:
      'A registrar, the security administrator, or the county’s officer; never of their own organization.',
    nextRejected: 'The organization, by mending it.',
    nextVerified: 'The security administrator, if it must be suspended.',
    nextSuspended: 'The security administrator, to restore it.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const countyName = useCountyName();
  const organization = api.useQuery('get', '/v1/organizations/{id}', { params: { path: { id } } });
  const next = {
    unverified: t.nextUnverified,
    rejected: t.nextRejected,
    verified: t.nextVerified,
    suspended: t.nextSuspended,
  };
  return (
    <Page
      title={organization.data?.name ?? t.facts}
      crumbs={[{ title: t.list, to: '/workbench/organizations' }]}
      actions={organization.data && <Acts organization={organization.data} />}
    >
      <QueryView query={organization}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={organizationState} value={shown.state} />],
                  [t.next, next[shown.state]],
                  [t.kind, <Code key="kind" codes={organizationKind} value={shown.kind} />],
                  [
                    t.code,
                    <span key="code" className="figure">
                      {shown.creditCode}
                    </span>,
                  ],
                  ...(shown.creditCodeOverride ? [[t.override, shown.creditCodeOverride] as const] : []),
                  [t.county, countyName(shown.countyCode)],
                  [t.since, <Instant key="since" value={shown.createdAt} />],
                  ...(shown.stateReason ? [[t.reason, shown.stateReason] as const] : []),
                ]}
              />
            </Section>
            {seesMembers(me.data, shown) && <Members organization={shown} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** An organization's members are for itself, the bureaus' for the security administrator: others get a 404. */
const seesMembers = (me: Schemas['MeView'] | undefined, { id, kind }: Organization): boolean =>
  me?.organizationId === id || (hasRole(me, 'securityAdmin') && (kind === 'cityBureau' || kind === 'countyBureau'));

function Acts({ organization }: { readonly organization: Organization }) {
  const t = useWords(words);
  const done = useDone();
  const me = useMe();
  const path = { params: { path: { id: organization.id } } };
  const verify = api.useMutation('post', '/v1/organizations/{id}/verification');
  const reject = api.useMutation('post', '/v1/organizations/{id}/rejection');
  const suspend = api.useMutation('post', '/v1/organizations/{id}/suspension');
  const restore = api.useMutation('post', '/v1/organizations/{id}/restoration');
  if (me.data?.organizationId === organization.id) return null;
  const judges = hasRole(me.data, 'registrar', 'countyOfficer', 'securityAdmin');
  const security = hasRole(me.data, 'securityAdmin');
  return (
    <>
      {judges && organization.state === 'unverified' && (
        <>
          <DialogForm
            button={t.verify}
            title={t.verify}
            primary
            onSubmit={() => done(verify.mutateAsync(path), t.verified)}
          >
            <p>{t.verifyText}</p>
          </DialogForm>
          <DialogForm<Schemas['OrganizationReasonDto']>
            button={t.reject}
            title={t.reject}
            onSubmit={(body) => done(reject.mutateAsync({ ...path, body }), t.rejected)}
          >
            <Why />
          </DialogForm>
        </>
      )}
      {security && organization.state === 'verified' && (
        <DialogForm<Schemas['OrganizationReasonDto']>
          button={t.suspend}
          title={t.suspend}
          onSubmit={(body) => done(suspend.mutateAsync({ ...path, body }), t.suspended)}
        >
          <p>{t.suspendText}</p>
          <Why />
        </DialogForm>
      )}
      {security && organization.state === 'suspended' && (
        <DialogForm button={t.restore} title={t.restore} onSubmit={() => done(restore.mutateAsync(path), t.restored)} />
      )}
    </>
  );
}

function Why() {
  const t = useWords(words);
  return (
    <Form.Item name="reason" label={t.why} rules={[{ required: true, message: t.whyMissing }]}>
      <Input.TextArea maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} />
    </Form.Item>
  );
}
