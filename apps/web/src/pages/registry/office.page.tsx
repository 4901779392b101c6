import { useParams } from 'react-router';
import { Alert, Checkbox, Form, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';
import { useOfficers, useOfficerName } from './people.ts';

const words = bilingual(
  {
    title: (name: string) => `登记机构岗位：${name}`,
    lead: '每个登记机构至少两名登记员，设一名负责人；每人有 B 角（不在岗时接替的人）。',
    offices: '登记机构、规则与编号',
    posts: '岗位',
    none: '还没有设置岗位。岗位由系统管理员设置。',
    person: '人员',
    head: '负责人',
    backup: 'B 角',
    yes: '是',
    warnings: '须处理',
    set: '设置全部岗位',
    save: '保存岗位',
    personMissing: '请选择人员。',
    post: (count: number) => `第 ${count} 个岗位`,
    add: '再加一个岗位',
    remove: (count: number) => `删除第 ${count} 个岗位`,
    done: '岗位已保存。',
    unknown: '其他单位人员',
    byAdmin: '岗位由系统管理员设置。',
  },
  {
    title: (name) => `Posts of ${name}`,
    lead: 'At least two registrars and one head; everybody has somebody who stands in.',
    offices: 'Offices, rules and numbers',
    posts: 'Posts',
    none: 'No post yet. The system administrator sets them.',
    person: 'Person',
    head: 'Head',
    backup: 'Stands in',
    yes: 'Yes',
    warnings: 'To be settled',
    set: 'Set all posts',
    save: 'Save the posts',
    personMissing: 'Choose a person.',
    post: (count) => `Post ${count}`,
    add: 'Add a post',
    remove: (count) => `Remove post ${count}`,
    done: 'The posts are saved.',
    unknown: 'Somebody of another organization',
    byAdmin: 'The system administrator sets the posts.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const nameOf = useOfficerName();
  const { code = '' } = useParams();
  const offices = api.useQuery('get', '/v1/registration-offices', {}, { staleTime: Infinity });
  const staffing = api.useQuery('get', '/v1/registration-offices/{code}/staffing', { params: { path: { code } } });
  const name = offices.data?.items.find((office) => office.code === code)?.name ?? code;
  const who = (id: string | null): string => (id === null ? '—' : (nameOf(id) ?? t.unknown));
  return (
    <Page title={t.title(name)} lead={t.lead} crumbs={[{ title: t.offices, to: '/workbench/registration-offices' }]}>
      <QueryView query={staffing}>
        {({ posts, warnings }) => (
          <>
            {warnings.length > 0 && (
              <Alert
                type="warning"
                showIcon
                title={t.warnings}
                description={
                  <ul>
                    {warnings.map((warning) => (
                      <li key={warning.code}>{warning.text}</li>
                    ))}
                  </ul>
                }
              />
            )}
            <Section title={t.posts}>
              <ListTable
                caption={t.posts}
                rows={posts}
                rowKey={({ personId }) => personId}
                empty={t.none}
                columns={[
                  { key: 'person', title: t.person, render: ({ personId }) => who(personId) },
                  { key: 'head', title: t.head, render: ({ head }) => (head ? t.yes : '—') },
                  { key: 'backup', title: t.backup, render: ({ backupPersonId }) => who(backupPersonId) },
                ]}
              />
            </Section>
            {hasRole(me.data, 'systemAdmin') ? (
              <SetPosts code={code} posts={posts} />
            ) : (
              <p className="fine">{t.byAdmin}</p>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function SetPosts({ code, posts }: { readonly code: string; readonly posts: Schemas['StaffingView']['posts'] }) {
  const t = useWords(words);
  const done = useDone();
  const officers = useOfficers();
  const staff = api.useMutation('post', '/v1/registration-offices/{code}/staffing');
  return (
    <Section title={t.set}>
      <ApiForm<Schemas['StaffingDto']>
        submit={t.save}
        initial={{
          posts: posts.map(({ backupPersonId, ...post }) => ({ ...post, ...(backupPersonId && { backupPersonId }) })),
        }}
        onSubmit={({ posts: wanted }) => {
          const body = {
            posts: wanted.map(({ personId, head, backupPersonId }) => ({
              personId,
              head: head ?? false,
              backupPersonId: backupPersonId || undefined,
            })),
          };
          return done(staff.mutateAsync({ params: { path: { code } }, body }), t.done);
        }}
      >
        <RepeatedFields
          name="posts"
          title={(n) => t.post(n)}
          remove={(n) => t.remove(n)}
          add={t.add}
          blank={{ head: false }}
        >
          {(name) => (
            <>
              <Form.Item
                name={[name, 'personId']}
                label={t.person}
                rules={[{ required: true, message: t.personMissing }]}
              >
                <Select options={[...officers]} />
              </Form.Item>
              <Form.Item name={[name, 'head']} valuePropName="checked">
                <Checkbox>{t.head}</Checkbox>
              </Form.Item>
              <Form.Item name={[name, 'backupPersonId']} label={t.backup}>
                <Select allowClear options={[...officers]} />
              </Form.Item>
            </>
          )}
        </RepeatedFields>
      </ApiForm>
    </Section>
  );
}
