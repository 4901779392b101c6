import { transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ChoiceField, CodeField, DayItem, TextField, YuanField } from '../../ui/fields.tsx';
import { useCounties, useZones } from '../../ui/places.ts';

export const demandWords = bilingual(
  {
    name: '需求名称',
    nameMissing: '请填写需求名称。',
    nameHelp: '一句话说清对象和难题，例如：羔羊 35 日龄断奶成活率低',
    summary: '难题是什么，要达到什么指标',
    summaryMissing: '请描述难题。',
    summaryHelp: '现在是多少、要到多少、试过什么办法。写得越具体，撮合越准。',
    county: '县区',
    countyMissing: '请选择县区。',
    zone: '示范区',
    field: '技术领域',
    budget: '预算（元）',
    budgetHelp: '例如 500000；不填为面议。',
    modes: '希望的合作方式（不限则不选）',
    neededBy: '希望用上的日期',
  },
  {
    name: 'Name of the demand',
    nameMissing: 'Fill in the name.',
    nameHelp: 'Object and problem in one sentence',
    summary: 'What is the problem, and which figures are to be reached',
    summaryMissing: 'Describe the problem.',
    summaryHelp: 'Where you are, where you want to be, what was tried.',
    county: 'County',
    countyMissing: 'Choose a county.',
    zone: 'Zone',
    field: 'Field',
    budget: 'Budget in yuan',
    budgetHelp: 'e.g. 500000; leave empty when negotiable.',
    modes: 'Wanted forms (none: any)',
    neededBy: 'Needed by',
  },
);

/** What the problem is. */
export function ProblemFields() {
  const t = useWords(demandWords);
  return (
    <>
      <TextField name="title" label={t.name} help={t.nameHelp} missing={t.nameMissing} max={200} />
      <TextField name="summary" label={t.summary} help={t.summaryHelp} missing={t.summaryMissing} max={5000} long />
    </>
  );
}

/** Where it is to be used. */
export function PlaceFields() {
  const t = useWords(demandWords);
  const [counties, zones] = [useCounties(), useZones()];
  return (
    <>
      <ChoiceField name="countyCode" label={t.county} missing={t.countyMissing} choices={counties} />
      <ChoiceField name="zoneCode" label={t.zone} choices={zones} optional />
      <TextField name="field" label={t.field} max={60} optional />
    </>
  );
}

/** On which terms. */
export function TermFields() {
  const t = useWords(demandWords);
  return (
    <>
      <YuanField name="budgetYuan" label={t.budget} help={t.budgetHelp} optional />
      <CodeField name="transferModes" label={t.modes} codes={transferMode} many optional />
      <DayItem name="neededBy" label={t.neededBy} optional />
    </>
  );
}
