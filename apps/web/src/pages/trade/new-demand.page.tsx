import { useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useChoices } from '../../ui/code.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName, useZoneName } from '../../ui/places.ts';
import { StepForm, type FormStep } from '../../ui/step-form.tsx';
import { demandWords, PlaceFields, ProblemFields, TermFields } from './demand-fields.tsx';

type Draft = Schemas['CreateDemandDto'];

const words = bilingual(
  {
    title: '发布技术需求',
    mine: '本单位的技术需求',
    problem: '遇到什么难题',
    place: '在哪里用',
    terms: '怎样合作',
    submit: '保存需求',
  },
  {
    title: 'Post a demand',
    mine: 'Our demands',
    problem: 'The problem',
    place: 'Where it is used',
    terms: 'Terms',
    submit: 'Save the demand',
  },
);

export function Component() {
  const t = { ...useWords(demandWords), ...useWords(words) };
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const modes = useChoices(transferMode);
  const [countyName, zoneName] = [useCountyName(), useZoneName()];
  const create = api.useMutation('post', '/v1/demands');
  const steps: FormStep<Draft>[] = [
    {
      title: t.problem,
      names: ['title', 'summary'],
      fields: <ProblemFields />,
      answers: ({ title, summary }) => [
        [t.name, title],
        [t.summary, summary],
      ],
    },
    {
      title: t.place,
      names: ['countyCode', 'zoneCode', 'field'],
      fields: <PlaceFields />,
      answers: ({ countyCode, zoneCode, field }) => [
        [t.county, countyName(countyCode)],
        [t.zone, zoneCode && zoneName(zoneCode)],
        [t.field, field],
      ],
    },
    {
      title: t.terms,
      names: ['budgetYuan', 'transferModes', 'neededBy'],
      fields: <TermFields />,
      answers: ({ budgetYuan, transferModes, neededBy }) => [
        [t.budget, budgetYuan],
        [t.modes, (transferModes ?? []).map((mode) => modes.find(({ value }) => value === mode)?.label).join('、')],
        [t.neededBy, neededBy],
      ],
    },
  ];
  const save = async (values: Draft): Promise<void> => {
    const made = await create.mutateAsync({ body: filled(values) });
    await navigate(`/workbench/demands/${made.id}?new=1`);
  };
  return (
    <Page title={t.title} crumbs={[{ title: t.mine, to: '/workbench/demands' }]}>
      <div className="narrow">
        <Section title={t.title}>
          <StepForm<Draft>
            steps={steps}
            initial={{ title: params.get('title') ?? undefined }}
            draftKey="demand"
            submit={t.submit}
            onSubmit={save}
          />
        </Section>
      </div>
    </Page>
  );
}
