import { Button, Form, Input, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { feeManner, openLicenceState } from '../../text/codes/right.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Draft = Omit<Schemas['DraftOpenLicenceDto'], 'patentId'>;

const words = bilingual(
  {
    title: '开放许可声明',
    none: '没有开放许可声明。声明公开后，任何单位付费即可实施；由起草人以外的人公开。',
    make: '起草声明',
    made: '草稿已保存，请由另一人公开。',
    manner: '使用费支付方式',
    fee: '使用费（元；提成时为入门费）',
    basis: '使用费的计算依据、支付时间和方式',
    from: '许可期限起始日',
    until: '许可期限截止日',
    contact: '联系方式',
    publish: '公开声明',
    published: '已公开。',
    withdraw: '撤回声明',
    withdrawn: '已撤回。',
    reason: '理由',
    missing: '请填写这一项。',
  },
  {
    title: 'Open licence',
    none: 'None. Once published, anybody may use the patent for the fee; another person publishes it.',
    make: 'Draft a statement',
    made: 'Saved; somebody else publishes it.',
    manner: 'Payment',
    fee: 'Fee (yuan; entry fee of a royalty)',
    basis: 'How it is computed, when and how paid',
    from: 'From',
    until: 'Until',
    contact: 'Contact',
    publish: 'Publish',
    published: 'Published.',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    reason: 'Reason',
    missing: 'Fill this in.',
  },
);

/** The statement by which a patent is open to anybody who pays. */
export function OpenLicencePart({ patentId }: { readonly patentId: string }) {
  const t = useWords(words);
  const done = useDone();
  const manners = useChoices(feeManner);
  const mine = api.useQuery('get', '/v1/open-licences/mine', { params: { query: { limit: 100 } } });
  const draft = api.useMutation('post', '/v1/open-licences');
  const required = [{ required: true, message: t.missing }];
  return (
    <Section
      title={t.title}
      actions={
        <DialogForm<Draft>
          button={t.make}
          title={t.make}
          onSubmit={(values) => done(draft.mutateAsync({ body: { ...filled(values), patentId } }), t.made)}
        >
          <Form.Item name="feeManner" label={t.manner} rules={required}>
            <Select options={manners} />
          </Form.Item>
          <Form.Item name="feeYuan" label={t.fee}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="feeBasis" label={t.basis} rules={required}>
            <Input.TextArea maxLength={2000} />
          </Form.Item>
          <Form.Item name="from" label={t.from} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="until" label={t.until} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="contact" label={t.contact} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
        </DialogForm>
      }
    >
      <QueryView query={mine}>
        {({ items }) => {
          const own = items.filter((one) => one.patentId === patentId);
          if (own.length === 0) return <p className="empty">{t.none}</p>;
          return (
            <ul className="hits">
              {own.map((one) => (
                <Statement key={one.id} statement={one} />
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Section>
  );
}

function Statement({ statement }: { readonly statement: Schemas['OpenLicenceView'] }) {
  const t = useWords(words);
  const done = useDone();
  const path = { params: { path: { id: statement.id } } };
  const publish = api.useMutation('post', '/v1/open-licences/{id}/publication');
  const withdraw = api.useMutation('post', '/v1/open-licences/{id}/withdrawal');
  const check = api.useQuery('get', '/v1/open-licences/{id}/check', path, { enabled: statement.state === 'draft' });
  return (
    <li>
      <p className="hit-line">
        <StateTag codes={openLicenceState} value={statement.state} />
        <Code codes={feeManner} value={statement.feeManner} />
        <Money value={statement.fee} />
        <span>
          <Day value={statement.from} /> – <Day value={statement.until} />
        </span>
      </p>
      <ul>
        {check.data?.findings.map(({ code, field, text, article }) => (
          <li key={code + field}>
            {text}（{article}）
          </li>
        ))}
      </ul>
      {publish.error && <ProblemNotice error={publish.error} />}
      <div className="form-foot">
        {statement.state === 'draft' && (
          <Button onClick={() => void done(publish.mutateAsync(path), t.published).catch(() => undefined)}>
            {t.publish}
          </Button>
        )}
        {statement.state === 'published' && (
          <DialogForm<Schemas['RightReasonDto']>
            button={t.withdraw}
            title={t.withdraw}
            onSubmit={(body) => done(withdraw.mutateAsync({ ...path, body }), t.withdrawn)}
          >
            <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.missing }]}>
              <Input maxLength={500} />
            </Form.Item>
          </DialogForm>
        )}
      </div>
    </li>
  );
}
