import { useNavigate } from 'react-router';
import { api } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { farmStage, transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName, useZoneName } from '../../ui/places.ts';
import { StepForm, type FormStep } from '../../ui/step-form.tsx';
import {
  achievementWords,
  basisPoints,
  InsideFields,
  InventorFields,
  UseFields,
  WhatFields,
  type AchievementDraft,
} from './achievement-fields.tsx';

const words = bilingual(
  {
    title: '披露科技成果',
    lead: '先登记在本单位名下，只有本单位和科技主管部门能看到；发布以后才公开。',
    mine: '本单位的科技成果',
    submit: '保存成果',
    yes: '是',
    no: '否',
  },
  {
    title: 'Disclose an achievement',
    lead: 'Kept for you and the bureau until you publish it.',
    mine: 'Our achievements',
    submit: 'Save',
    yes: 'Yes',
    no: 'No',
  },
);

export function Component() {
  const t = useWords(words);
  const f = useWords(achievementWords);
  const navigate = useNavigate();
  const [countyName, zoneName] = [useCountyName(), useZoneName()];
  const create = api.useMutation('post', '/v1/achievements');
  const steps: FormStep<AchievementDraft>[] = [
    {
      title: f.what,
      names: ['title', 'summary', 'field', 'keywords'],
      fields: <WhatFields />,
      answers: ({ title, summary, field, keywords }) => [
        [f.name, title],
        [f.summary, summary],
        [f.field, field],
        [f.keywords, keywords?.join('、')],
      ],
    },
    {
      title: f.inventors,
      names: ['inventors'],
      fields: <InventorFields />,
      answers: ({ inventors = [] }) =>
        inventors.map(({ name, percent }, index) => [f.inventor(index + 1), `${name}，${percent}%`] as const),
    },
    {
      title: f.use,
      names: ['readinessLevel', 'farmStage', 'countyCode', 'zoneCode', 'transferModes', 'priceYuan'],
      fields: <UseFields />,
      answers: ({ readinessLevel, farmStage: stage, countyCode, zoneCode, transferModes, priceYuan }) => [
        [f.readiness, readinessLevel && `TRL ${readinessLevel}`],
        [f.farm, stage && <Code key="farm" codes={farmStage} value={stage} />],
        [f.county, countyCode && countyName(countyCode)],
        [f.zone, zoneCode && zoneName(zoneCode)],
        [
          f.modes,
          (transferModes ?? []).map((mode) => (
            <span key={mode}>
              <Code codes={transferMode} value={mode} />{' '}
            </span>
          )),
        ],
        [f.price, priceYuan],
      ],
    },
    {
      title: f.inside,
      names: ['detail', 'contact', 'secret'],
      fields: <InsideFields />,
      answers: ({ detail, contact, secret }) => [
        [f.detail, detail],
        [f.contact, contact],
        [f.secret, secret ? t.yes : t.no],
      ],
    },
  ];
  const save = async (values: AchievementDraft): Promise<void> => {
    const inventors = values.inventors.map(({ name, percent }) => ({
      name: name.trim(),
      shareBasisPoints: basisPoints(percent),
    }));
    const made = await create.mutateAsync({ body: { ...filled(values), inventors } });
    await navigate(`/workbench/achievements/${made.id}?new=1`);
  };
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.mine, to: '/workbench/achievements' }]}>
      <div className="narrow">
        <Section title={t.title}>
          <StepForm<AchievementDraft>
            steps={steps}
            initial={{ inventors: [{} as never] }}
            draftKey="achievement"
            secret={['detail']}
            submit={t.submit}
            onSubmit={save}
          />
        </Section>
      </div>
    </Page>
  );
}
