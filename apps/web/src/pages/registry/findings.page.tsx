import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { findingState } from '../../text/codes/inspection.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { FindingTable } from './findings-table.tsx';

const states = Object.keys(findingState) as (keyof typeof findingState)[];

const words = bilingual(
  {
    title: '抽查发现',
    lead: '登记机构答复，复核员决定；成立的限期整改，整改后确认。',
    inspections: '登记抽查',
    filter: '按状态',
    all: '全部',
  },
  {
    title: 'Findings',
    lead: 'The office answers, a reviewer decides; what is upheld is mended by a day and then confirmed.',
    inspections: 'Inspections',
    filter: 'By state',
    all: 'All',
  },
);

export function Component() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const state = states.find((one) => one === params.get('state'));
  const pressed = (on: boolean) => ({ type: on ? ('primary' as const) : ('default' as const), 'aria-pressed': on });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.inspections, to: '/workbench/inspections' }]}>
      <div className="kinds" role="group" aria-label={t.filter}>
        <Button {...pressed(!state)} onClick={() => setParams({})}>
          {t.all}
        </Button>
        {states.map((one) => (
          <Button key={one} {...pressed(one === state)} onClick={() => setParams({ state: one })}>
            <Code codes={findingState} value={one} />
          </Button>
        ))}
      </div>
      <Section title={t.title}>
        <FindingTable {...(state && { state })} />
      </Section>
    </Page>
  );
}
