import { useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PlaceFields, ProblemFields, TermFields } from './demand-fields.tsx';

type Amendment = Schemas['AmendDemandDto'];

const words = bilingual(
  {
    title: '修改需求',
    back: '返回需求',
    published: '需求已经发布：修改后立即公开，并重新撮合。',
    save: '保存修改',
    saved: '修改已保存。',
  },
  {
    title: 'Amend the demand',
    back: 'Back to the demand',
    published: 'It is public: the change shows at once and the demand is matched again.',
    save: 'Save',
    saved: 'Saved.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const demand = api.useQuery('get', '/v1/demands/{id}', { params: { path: { id } } }, { refetchOnWindowFocus: false });
  return (
    <Page title={t.title} crumbs={[{ title: demand.data?.title ?? t.back, to: `/workbench/demands/${id}` }]}>
      <QueryView query={demand}>
        {(shown) => (
          <div className="narrow">
            <Section title={shown.title}>
              {shown.state === 'published' && <p role="note">{t.published}</p>}
              <Amend key={shown.version} demand={shown} />
            </Section>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Amend({ demand }: { readonly demand: Schemas['DemandView'] }) {
  const t = useWords(words);
  const done = useDone();
  const navigate = useNavigate();
  const amend = api.useMutation('patch', '/v1/demands/{id}');
  const { title, summary, countyCode, zoneCode, field, budget, transferModes, neededBy } = demand;
  const save = async (values: Amendment): Promise<void> => {
    const params = { path: { id: demand.id }, header: { 'If-Match': `"${demand.version}"` } };
    await done(amend.mutateAsync({ params, body: emptied(values) }), t.saved);
    await navigate(`/workbench/demands/${demand.id}`);
  };
  return (
    <ApiForm<Amendment>
      initial={{
        ...{ title, summary, countyCode, transferModes: [...transferModes] },
        ...(zoneCode && { zoneCode }),
        ...(field && { field }),
        ...(budget && { budgetYuan: budget.yuan }),
        ...(neededBy && { neededBy }),
      }}
      submit={t.save}
      onSubmit={save}
    >
      <ProblemFields />
      <PlaceFields />
      <TermFields />
    </ApiForm>
  );
}

/** A field that was emptied is sent as null, which clears it (RFC 7396). */
const emptied = (values: Amendment): Amendment =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === undefined || value === '' ? null : value]),
  );
