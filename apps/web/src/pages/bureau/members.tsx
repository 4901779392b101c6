import { useState } from 'react';
import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { personState } from '../../text/codes/identity.codes.ts';
import { role } from '../../text/codes/market.codes.ts';
import { codeText } from '../../text/codes/codes.ts';
import { useSettings } from '../../settings/settings.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { managesMembers, rolesOfKind } from './managing.ts';

type Member = Schemas['MemberView'];
type Organization = Schemas['OrganizationView'];

const words = bilingual(
  {
    title: '成员',
    name: '姓名',
    roles: '角色',
    state: '账号',
    since: '加入时间',
    act: '办理',
    self: '本人：角色和账号由他人管理。',
    invite: '邀请成员',
    account: '账号',
    accountHelp: '4 至 64 个字母、数字或 . _ - @，以字母或数字开头。',
    accountMissing: '请填写账号。',
    displayName: '姓名',
    nameMissing: '请填写姓名。',
    rolesMissing: '请至少选一个角色。',
    changeRoles: '调整角色',
    changed: '角色已调整，立即生效。',
    end: '结束成员身份',
    endText: '结束后，此人不能再代表本单位办事；记录都保留。',
    ended: '成员身份已结束。',
    reset: '重置密码',
    resetText: '原密码立即失效，并给出只显示一次的新密码。',
    disable: '停用账号',
    disableText: '立即结束此人的全部会话，直到恢复。',
    enable: '恢复账号',
    reason: '原因',
    reasonMissing: '请写明原因。',
    done: '已办理。',
    secret: '一次性密码',
    secretHelp: '只显示这一次。请当面或用可靠的方式交给本人，首次登录后须修改。',
    known: '已加入。此人已有账号，用原来的密码登录。',
    empty: '还没有成员。',
    close: '已交给本人',
    notYours: '您可以查看，不能调整：请单位负责人（科技局的由安全管理员）办理。',
  },
  {
    title: 'Members',
    name: 'Name',
    roles: 'Roles',
    state: 'Account',
    since: 'Since',
    act: 'Act',
    self: 'You: others manage your roles and account.',
    invite: 'Invite a member',
    account: 'Account',
    accountHelp: '4 to 64 letters, digits or . _ - @.',
    accountMissing: 'Name the account.',
    displayName: 'Name',
    nameMissing: 'Give the name.',
    rolesMissing: 'Choose at least one role.',
    changeRoles: 'Change roles',
    changed: 'The roles are changed, from now on.',
    end: 'End membership',
    endText: 'The person can no longer act for the organization; all records stay.',
    ended: 'The membership is ended.',
    reset: 'Reset password',
    resetText: 'The old password ends at once; the new one is shown once.',
    disable: 'Disable account',
    disableText: 'Ends all sessions of the person at once, until restored.',
    enable: 'Restore account',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    done: 'Done.',
    secret: 'One-time password',
    secretHelp: 'Shown this once. Hand it over in person; it must be changed at first sign-in.',
    known: 'Joined. The person has an account already and signs in with its password.',
    empty: 'No members.',
    close: 'Handed over',
    notYours:
      'You may look; the principal of the organization (at the bureau: the security administrator) makes changes.',
  },
);

interface Handed {
  readonly name: string;
  readonly secret: string | null;
}

/** The people of an organization, and what whoever manages them can do. The API refuses whoever does not. */
export function Members({ organization }: { readonly organization: Organization }) {
  const t = useWords(words);
  const me = useMe();
  const canManage = managesMembers(me.data, organization);
  const [handed, setHanded] = useState<Handed | null>(null);
  const members = api.useInfiniteQuery(
    'get',
    '/v1/organizations/{id}/members',
    { params: { path: { id: organization.id }, query: { limit: 50 } } },
    byCursor,
  );
  const columns = useColumns(organization, setHanded);
  return (
    <Section title={t.title} actions={canManage && <Invite organization={organization} onInvited={setHanded} />}>
      {!canManage && <p>{t.notYours}</p>}
      {handed && <Secret handed={handed} onClose={() => setHanded(null)} />}
      <QueryView query={members}>
        {({ pages }) => (
          <ListTable
            caption={t.title}
            columns={columns}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ personId }) => personId}
            empty={t.empty}
            onMore={members.hasNextPage ? () => void members.fetchNextPage() : undefined}
            loadingMore={members.isFetchingNextPage}
          />
        )}
      </QueryView>
    </Section>
  );
}

function useColumns(organization: Organization, hand: (handed: Handed) => void): Column<Member>[] {
  const t = useWords(words);
  const { language } = useSettings();
  const me = useMe();
  const canManage = managesMembers(me.data, organization);
  const security = hasRole(me.data, 'securityAdmin');
  return [
    { key: 'name', title: t.name, render: ({ displayName }) => displayName },
    {
      key: 'roles',
      title: t.roles,
      render: ({ roles }) => roles.map((one) => codeText(role, one, language)).join('、'),
    },
    {
      key: 'state',
      title: t.state,
      render: ({ personState: state }) => <StateTag codes={personState} value={state} />,
    },
    { key: 'since', title: t.since, render: ({ since }) => <Instant value={since} /> },
    ...(canManage || security
      ? [
          {
            key: 'act',
            title: t.act,
            render: (member: Member) =>
              member.personId === me.data?.id ? (
                <span className="fine">{t.self}</span>
              ) : (
                <div className="form-foot">
                  {canManage && <MemberActs member={member} organization={organization} hand={hand} />}
                  {security && <Disablement member={member} />}
                </div>
              ),
          },
        ]
      : []),
  ];
}

function Secret({ handed, onClose }: { readonly handed: Handed; readonly onClose: () => void }) {
  const t = useWords(words);
  if (handed.secret === null)
    return <Alert type="success" showIcon role="status" title={`${handed.name}：${t.known}`} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={`${t.secret}：${handed.name}`}
      description={
        <>
          <p className="big code-text">{handed.secret}</p>
          <p>{t.secretHelp}</p>
          <Button onClick={onClose}>{t.close}</Button>
        </>
      }
    />
  );
}

function Invite({
  organization,
  onInvited,
}: {
  readonly organization: Organization;
  readonly onInvited: (h: Handed) => void;
}) {
  const t = useWords(words);
  const client = useQueryClient();
  const invite = api.useMutation('post', '/v1/organizations/{id}/members');
  return (
    <DialogForm<Schemas['InviteDto']>
      button={t.invite}
      title={t.invite}
      primary
      onSubmit={async (body) => {
        const made = await invite.mutateAsync({ params: { path: { id: organization.id } }, body });
        onInvited({ name: made.displayName, secret: made.initialSecret });
        await client.invalidateQueries();
      }}
    >
      <Form.Item
        name="account"
        label={t.account}
        extra={t.accountHelp}
        rules={[{ required: true, message: t.accountMissing }]}
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="displayName" label={t.displayName} rules={[{ required: true, message: t.nameMissing }]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Roles kind={organization.kind} />
    </DialogForm>
  );
}

function Roles({ kind }: { readonly kind: Organization['kind'] }) {
  const t = useWords(words);
  const allowed = rolesOfKind[kind];
  const options = useChoices(role).filter(({ value }) => allowed.some((one) => one === value));
  return (
    <Form.Item name="roles" label={t.roles} rules={[{ required: true, message: t.rolesMissing }]}>
      <Checkbox.Group options={options} />
    </Form.Item>
  );
}

function MemberActs(props: {
  readonly member: Member;
  readonly organization: Organization;
  readonly hand: (h: Handed) => void;
}) {
  const t = useWords(words);
  const done = useDone();
  const { member } = props;
  const path = { id: props.organization.id, personId: member.personId };
  const change = api.useMutation('patch', '/v1/organizations/{id}/members/{personId}');
  const end = api.useMutation('post', '/v1/organizations/{id}/members/{personId}/ending');
  const reset = api.useMutation('post', '/v1/organizations/{id}/members/{personId}/initial-secret');
  return (
    <>
      <DialogForm<Schemas['RolesDto']>
        button={t.changeRoles}
        title={t.changeRoles}
        about={member.displayName}
        initial={{ roles: [...member.roles] }}
        onSubmit={({ roles }) =>
          done(
            change.mutateAsync({ params: { path, header: { 'If-Match': `"${member.version}"` } }, body: { roles } }),
            t.changed,
          )
        }
      >
        <Roles kind={props.organization.kind} />
      </DialogForm>
      <DialogForm
        button={t.reset}
        title={t.reset}
        about={member.displayName}
        onSubmit={async () => {
          const made = await reset.mutateAsync({ params: { path } });
          props.hand({ name: made.displayName, secret: made.initialSecret });
        }}
      >
        <p>{t.resetText}</p>
      </DialogForm>
      <DialogForm
        button={t.end}
        title={t.end}
        about={member.displayName}
        onSubmit={() => done(end.mutateAsync({ params: { path } }), t.ended)}
      >
        <p>{t.endText}</p>
      </DialogForm>
    </>
  );
}

function Disablement({ member }: { readonly member: Member }) {
  const t = useWords(words);
  const done = useDone();
  const disable = api.useMutation('post', '/v1/people/{id}/disablement');
  const enable = api.useMutation('post', '/v1/people/{id}/enablement');
  const active = member.personState === 'active';
  const act = active ? disable : enable;
  const path = { id: member.personId };
  return (
    <DialogForm<Schemas['OrganizationReasonDto']>
      button={active ? t.disable : t.enable}
      title={active ? t.disable : t.enable}
      about={member.displayName}
      onSubmit={(body) => done(act.mutateAsync({ params: { path }, body }), t.done)}
    >
      {active && <p>{t.disableText}</p>}
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}
