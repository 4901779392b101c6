import { Form } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { evaluatedValue, valueGrade } from '../../text/codes/evaluation.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { useChoices } from '../../ui/code.tsx';
import { ChoiceField, CodeField, CountField, DayItem, TextField } from '../../ui/fields.tsx';
import { useAttachmentChoices } from '../../ui/uploaded.ts';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';

type Conclusion = Schemas['ConcludeEvaluationDto'];

const words = bilingual(
  {
    button: '出具结论',
    said: '结论已出具，公开部分随成果公布。',
    note: '先上传报告。结论出具后不能修改，只能由新的评价替代。',
    grade: '结论',
    grounds: '依据',
    summary: '公开摘要（不含国家秘密与商业秘密）',
    detail: '详细结论（仅当事人与科技部门可见）',
    level: '评定的成熟度（1–9，可不填）',
    standard: '所依标准或方法',
    report: '评价报告',
    on: '结论日期',
    expert: (serial: number) => `第 ${serial} 位专家`,
    name: '姓名',
    unit: '单位',
    namesake: '与完成人同名时的说明',
    add: '再加一位专家',
    remove: '删除',
  },
  {
    button: 'Conclude',
    said: 'Concluded; its public part appears with the achievement.',
    note: 'Upload the report first. A conclusion is never changed, only superseded.',
    grade: 'Grade',
    grounds: 'Grounds',
    summary: 'Public summary (no secrets)',
    detail: 'In detail (parties and bureau only)',
    level: 'Readiness found (1–9, optional)',
    standard: 'Standard or method',
    report: 'Report',
    on: 'Concluded on',
    expert: (serial) => `Expert ${serial}`,
    name: 'Name',
    unit: 'Unit',
    namesake: 'Note when a namesake of an inventor',
    add: 'Another expert',
    remove: 'Remove',
  },
);

const values: Conclusion['values'][number]['value'][] = ['science', 'technology', 'economy', 'society', 'culture'];

/** The evaluator's conclusion: five values, each with its grounds, and who judged. */
export function ConcludeAct({ evaluationId }: { readonly evaluationId: string }) {
  const t = useWords(words);
  const titles = useChoices(evaluatedValue);
  const reports = useAttachmentChoices({ subjectKind: 'evaluation', subjectId: evaluationId });
  const conclude = api.useMutation('post', '/v1/evaluations/{id}/conclusion');
  return (
    <FormAct<Conclusion>
      primary
      button={t.button}
      said={t.said}
      initial={{
        values: values.map((value) => ({ value, grade: 'notAssessed', grounds: '' })),
        experts: [{ name: '', unit: '' }],
      }}
      work={(body) => conclude.mutateAsync({ params: { path: { id: evaluationId } }, body: told(body) })}
    >
      <p>{t.note}</p>
      <Form.List name="values">
        {(fields) =>
          fields.map(({ key, name }) => (
            <fieldset key={key} className="facet">
              <legend>{titles[name]?.label}</legend>
              <CodeField name={[name, 'grade']} label={t.grade} codes={valueGrade} />
              <TextField name={[name, 'grounds']} label={t.grounds} max={2000} optional />
            </fieldset>
          ))
        }
      </Form.List>
      <TextField name="publicSummary" label={t.summary} max={2000} long />
      <TextField name="detail" label={t.detail} max={10_000} long />
      <CountField name="readinessLevel" label={t.level} max={9} optional />
      <TextField name="standard" label={t.standard} max={200} />
      <Experts />
      <ChoiceField name="reportAttachmentId" label={t.report} choices={reports} />
      <DayItem name="concludedOn" label={t.on} />
    </FormAct>
  );
}

/** Values nobody assessed are left out, and so are empty notes. */
const told = (conclusion: Conclusion): Conclusion => ({
  ...conclusion,
  values: conclusion.values.filter(({ grade }) => grade !== 'notAssessed'),
  experts: conclusion.experts.map(({ name, unit, namesakeNote }) => ({
    name,
    unit,
    ...(namesakeNote && { namesakeNote }),
  })),
});

function Experts() {
  const t = useWords(words);
  return (
    <RepeatedFields
      name="experts"
      title={(n) => t.expert(n)}
      remove={(n) => `${t.remove} ${t.expert(n)}`}
      add={t.add}
      least={1}
    >
      {(name) => (
        <>
          <TextField name={[name, 'name']} label={t.name} max={60} />
          <TextField name={[name, 'unit']} label={t.unit} max={100} />
          <TextField name={[name, 'namesakeNote']} label={t.namesake} max={200} optional />
        </>
      )}
    </RepeatedFields>
  );
}
