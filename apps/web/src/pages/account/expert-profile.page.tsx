import { Checkbox, Form, Input, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

const words = bilingual(
  {
    title: '专家名片',
    lead: '是否公开由您本人决定：不填就不公开，随时可以修改或者撤回。',
    workbench: '我的工作台',
    form: '名片',
    name: '公开的姓名或称谓',
    nameMissing: '请写姓名或称谓。',
    fields: '研究方向（1 至 5 个）',
    fieldsMissing: '请写研究方向。',
    introduction: '公开的简介，不含联系方式',
    introductionMissing: '请写简介。',
    publicSearch: '同意任何人在公开检索中找到这张名片',
    publicSearchHelp: '不选：只给需求与本单位成果相匹配的一方看。',
    save: '同意公开',
    saved: '已保存。',
    withdraw: '撤回名片',
    withdrawText: '撤回后名片的文字删除，不再公开。',
    withdrawn: '已撤回。',
  },
  {
    title: 'Expert card',
    lead: 'Yours to decide: nothing is shown until you fill this in, and you may change or withdraw it at any time.',
    workbench: 'My workbench',
    form: 'Card',
    name: 'Name as it is shown',
    nameMissing: 'Say how you want to be named.',
    fields: 'Fields (1 to 5)',
    fieldsMissing: 'Name a field.',
    introduction: 'About you, without contact details',
    introductionMissing: 'Say something about your work.',
    publicSearch: 'I agree that anybody may find this card by search',
    publicSearchHelp: 'Not ticked: only those whose need fits what your unit has.',
    save: 'Agree',
    saved: 'Saved.',
    withdraw: 'Withdraw the card',
    withdrawText: 'The words are deleted and shown no more.',
    withdrawn: 'Withdrawn.',
  },
);

export function Component() {
  const t = useWords(words);
  const done = useDone();
  const profile = api.useQuery('get', '/v1/me/expert-profile', {}, { retry: false });
  const save = api.useMutation('put', '/v1/me/expert-profile');
  const withdraw = api.useMutation('delete', '/v1/me/expert-profile');
  const error: unknown = profile.error;
  const none = error instanceof ApiProblem && error.problem.status === 404;
  const known = profile.data && !profile.isError ? profile.data : null;
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      {profile.isError && !none && <ProblemNotice error={error} />}
      {(known !== null || none) && (
        <Section title={t.form}>
          <ApiForm<Schemas['ExpertProfileDto']>
            key={known?.consentedAt ?? 'none'}
            submit={t.save}
            initial={
              known
                ? {
                    name: known.name,
                    fields: known.fields,
                    introduction: known.introduction,
                    publicSearch: known.publicSearch,
                  }
                : { publicSearch: false }
            }
            onSubmit={(body) => done(save.mutateAsync({ body }), t.saved)}
          >
            <Form.Item name="name" label={t.name} rules={[{ required: true, message: t.nameMissing }]}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="fields" label={t.fields} rules={[{ required: true, message: t.fieldsMissing }]}>
              <Select mode="tags" open={false} suffixIcon={null} maxCount={5} />
            </Form.Item>
            <Form.Item
              name="introduction"
              label={t.introduction}
              rules={[{ required: true, message: t.introductionMissing }]}
            >
              <Input.TextArea maxLength={500} rows={4} />
            </Form.Item>
            <Form.Item name="publicSearch" valuePropName="checked" extra={t.publicSearchHelp}>
              <Checkbox>{t.publicSearch}</Checkbox>
            </Form.Item>
          </ApiForm>
          {known && (
            <DialogForm
              button={t.withdraw}
              title={t.withdraw}
              about={known.name}
              onSubmit={() => done(withdraw.mutateAsync({}), t.withdrawn)}
            >
              <p>{t.withdrawText}</p>
            </DialogForm>
          )}
        </Section>
      )}
    </Page>
  );
}
