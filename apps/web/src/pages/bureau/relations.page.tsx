import { Form, Input, Radio, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { relationKind } from '../../text/codes/identity.codes.ts';
import { beneficiaryKind } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Code, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PartyName } from './party-name.tsx';

type Relation = Schemas['RelationView'];

const words = bilingual(
  {
    title: '利害关系',
    lead: '如实申报本人与单位、人员的利害关系；评审、登记和委托据此回避。任职关系由系统自动认得，不用申报。',
    workbench: '我的工作台',
    declared: '已申报的',
    from: '谁',
    to: '与谁',
    kind: '关系',
    note: '说明',
    at: '申报时间',
    state: '状态',
    living: '存续',
    ended: '已终止',
    end: '终止',
    endText: '关系已不存在的，予以终止；记录保留。',
    endedDone: '已终止。',
    empty: '还没有申报过。有利害关系的，用下面的表格申报。',
    declare: '申报一条',
    toKind: '对方是',
    toId: '对方的编号',
    toIdHelp: '单位的编号见其公开页面的地址；人员的编号请向本人索取。',
    toIdWrong: '编号形如 0193f0a2-7c1e-7000-8000-000000000000。',
    kindMissing: '请选择关系。',
    noteMissing: '请写明是什么关系。',
    done: '已申报。',
  },
  {
    title: 'Relations',
    lead: 'Declare your relations to organizations and people: recusals follow from them. Memberships are known already.',
    workbench: 'Workbench',
    declared: 'Declared',
    from: 'Who',
    to: 'To whom',
    kind: 'Relation',
    note: 'Note',
    at: 'Declared',
    state: 'State',
    living: 'Living',
    ended: 'Ended',
    end: 'End',
    endText: 'For a relation that is no more; the record stays.',
    endedDone: 'Ended.',
    empty: 'Nothing declared yet. Use the form below.',
    declare: 'Declare one',
    toKind: 'The other is',
    toId: 'Number of the other',
    toIdHelp: 'An organization’s stands in the address of its page; ask a person for theirs.',
    toIdWrong: 'Like 0193f0a2-7c1e-7000-8000-000000000000.',
    kindMissing: 'Choose the relation.',
    noteMissing: 'Say what the relation is.',
    done: 'Declared.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const relations = api.useInfiniteQuery('get', '/v1/relations', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Relation>[] = [
    { key: 'from', title: t.from, render: (row) => <PartyName kind={row.fromKind} id={row.fromId} /> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={relationKind} value={kind} /> },
    { key: 'to', title: t.to, render: (row) => <PartyName kind={row.toKind} id={row.toId} /> },
    { key: 'note', title: t.note, render: ({ note }) => note },
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    {
      key: 'state',
      title: t.state,
      render: (row) => {
        if (row.endedAt !== null) return t.ended;
        return row.fromId === me.data?.id ? <End relation={row} /> : t.living;
      },
    },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.declared}>
        <PagedTable caption={t.declared} query={relations} columns={columns} empty={t.empty} />
      </Section>
      <Section title={t.declare}>
        <QueryView query={me}>{({ id }) => <Declare personId={id} />}</QueryView>
      </Section>
    </Page>
  );
}

function End({ relation }: { readonly relation: Relation }) {
  const t = useWords(words);
  const done = useDone();
  const end = api.useMutation('post', '/v1/relations/{id}/end');
  return (
    <DialogForm
      button={t.end}
      title={t.end}
      about={relation.note}
      onSubmit={() => done(end.mutateAsync({ params: { path: { id: relation.id } } }), t.endedDone)}
    >
      <p>{t.endText}</p>
    </DialogForm>
  );
}

function Declare({ personId }: { readonly personId: string }) {
  const t = useWords(words);
  const done = useDone();
  const kinds = useChoices(relationKind);
  const parties = useChoices(beneficiaryKind);
  const declare = api.useMutation('post', '/v1/relations');
  type Values = Omit<Schemas['DeclareRelationDto'], 'fromKind' | 'fromId'>;
  return (
    <ApiForm<Values>
      submit={t.declare}
      initial={{ toKind: 'organization' }}
      onSubmit={(given) =>
        done(declare.mutateAsync({ body: { fromKind: 'person', fromId: personId, ...given } }), t.done)
      }
    >
      <Form.Item name="toKind" label={t.toKind} rules={[{ required: true }]}>
        <Radio.Group options={parties} />
      </Form.Item>
      <Form.Item
        name="toId"
        label={t.toId}
        extra={t.toIdHelp}
        rules={[{ required: true, pattern: /^[0-9a-f-]{36}$/, message: t.toIdWrong }]}
      >
        <Input maxLength={36} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: t.kindMissing }]}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="note" label={t.note} rules={[{ required: true, message: t.noteMissing }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </ApiForm>
  );
}
