import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct, ReasonedAct } from '../../ui/act.tsx';
import { DayItem, TextField } from '../../ui/fields.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationField } from '../../ui/organization-field.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '评价机构资质',
    lead: '第三方评价由下列机构承担。资质由科技部门登记，过期或撤销后不能再接受委托。',
    unit: '评价机构',
    number: '证书编号',
    issuer: '发证或推荐单位',
    fields: '评价领域',
    from: '有效期起',
    until: '有效期止',
    revoked: '撤销',
    record: '登记资质',
    recorded: '已登记。',
    revoke: '撤销资质',
    empty: '还没有登记评价机构。',
  },
  {
    title: 'Qualified evaluators',
    lead: 'Evaluations are done by these agencies; without a valid qualification no commission can be taken.',
    unit: 'Agency',
    number: 'Certificate',
    issuer: 'Issued by',
    fields: 'Fields',
    from: 'Valid from',
    until: 'Valid until',
    revoked: 'Revoked',
    record: 'Record a qualification',
    recorded: 'Recorded.',
    revoke: 'Revoke',
    empty: 'No evaluator is recorded yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const officer = hasRole(me.data, 'reviewer', 'registrar');
  const page = { params: { query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/evaluator-qualifications', page, byCursor);
  const record = api.useMutation('post', '/v1/evaluator-qualifications');
  const columns: Column<Schemas['EvaluatorQualificationView']>[] = [
    { key: 'unit', title: t.unit, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'fields', title: t.fields, render: ({ fields }) => fields },
    { key: 'number', title: t.number, render: ({ certificateNumber }) => certificateNumber },
    { key: 'issuer', title: t.issuer, render: ({ issuer }) => issuer },
    { key: 'until', title: t.until, render: ({ validUntil }) => <Day value={validUntil} /> },
    {
      key: 'revoked',
      title: t.revoked,
      render: (row) =>
        row.revokedOn === null && officer ? (
          <Revoke qualification={row} about={row.certificateNumber} />
        ) : (
          <Day value={row.revokedOn} />
        ),
    },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        officer && (
          <FormAct<Schemas['RecordQualificationDto']>
            primary
            button={t.record}
            said={t.recorded}
            work={(body) => record.mutateAsync({ body })}
          >
            <OrganizationField name="organizationId" label={t.unit} />
            <TextField name="certificateNumber" label={t.number} max={60} />
            <TextField name="issuer" label={t.issuer} max={100} />
            <TextField name="fields" label={t.fields} max={200} />
            <DayItem name="validFrom" label={t.from} />
            <DayItem name="validUntil" label={t.until} />
          </FormAct>
        )
      }
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Revoke(props: { readonly qualification: Schemas['EvaluatorQualificationView']; readonly about: string }) {
  const t = useWords(words);
  const revoke = api.useMutation('post', '/v1/evaluator-qualifications/{id}/revocation');
  const params = { path: { id: props.qualification.id } };
  return <ReasonedAct button={t.revoke} about={props.about} work={(body) => revoke.mutateAsync({ params, body })} />;
}
