import { useState } from 'react';
import { Alert, Button, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { mistakeKind, mistakeState } from '../../text/codes/portal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SelectRow, TextRow } from '../../ui/rows.tsx';

const words = bilingual(
  {
    title: '我要找错',
    lead: '发现本门户哪一页有差错，请告诉我们。不必登录，不问姓名，凭编号看答复。',
    report: '报告差错',
    kind: '差错种类',
    page: '所在页面',
    pageHelp: '网址中域名之后的部分，例如 /zones/apple，不含问号后的参数。',
    words: '差错说明',
    wordsHelp: '哪里错、应当怎样。请不要填写姓名、电话等个人信息。',
    send: '提交',
    sent: '已收到',
    number: '编号',
    keep: '请记下编号：凭它查看答复，编号丢失不能补查。',
    due: '最迟答复日',
    see: '查看答复',
    lookUp: '凭编号看答复',
    find: '查看',
    state: '状态',
    received: '收到日期',
    answer: '答复',
    answeredOn: '答复日期',
    noAnswer: '还没有答复。',
  },
  {
    title: 'Report a mistake',
    lead: 'Tell us which page of this portal is wrong. No sign-in, no name; the number shows you the answer.',
    report: 'Report',
    kind: 'Kind of mistake',
    page: 'Page',
    pageHelp: 'The part of the address after the host, such as /zones/apple, without what follows a question mark.',
    words: 'What is wrong',
    wordsHelp: 'What is wrong and how it should be. Please leave out names, phone numbers and the like.',
    send: 'Send',
    sent: 'Received',
    number: 'Number',
    keep: 'Keep the number: it alone shows the answer.',
    due: 'Answered by',
    see: 'See the answer',
    lookUp: 'See the answer by number',
    find: 'Show',
    state: 'State',
    received: 'Received',
    answer: 'Answer',
    answeredOn: 'Answered on',
    noAnswer: 'No answer yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const [params] = useSearchParams();
  return (
    <Page title={t.title} lead={t.lead}>
      <Report page={params.get('page') ?? ''} />
      <LookUp />
    </Page>
  );
}

function Report({ page }: { readonly page: string }) {
  const t = useWords(words);
  const [receipt, setReceipt] = useState<Schemas['MistakeAnswerView'] | null>(null);
  const send = api.useMutation('post', '/v1/mistake-reports');
  return (
    <Section title={t.report}>
      {receipt ? (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t.sent}
          description={
            <>
              <p>
                {t.number} <strong className="figure">{receipt.number}</strong>
              </p>
              <p>
                {t.keep} {t.due} <Day value={receipt.dueOn} />
              </p>
              <Link to={`/mistakes?number=${receipt.number}`}>{t.see}</Link>
            </>
          }
        />
      ) : (
        <ApiForm<Schemas['ReportMistakeDto']>
          submit={t.send}
          initial={page.startsWith('/') ? { page } : {}}
          onSubmit={async (body) => setReceipt(await send.mutateAsync({ body }))}
        >
          <SelectRow name="kind" label={t.kind} codes={mistakeKind} />
          <TextRow name="page" label={t.page} help={t.pageHelp} max={300} />
          <TextRow name="words" label={t.words} help={t.wordsHelp} min={5} max={2000} rows={4} />
        </ApiForm>
      )}
    </Section>
  );
}

function LookUp() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const number = params.get('number') ?? '';
  const [typed, setTyped] = useState(number);
  return (
    <Section title={t.lookUp}>
      <form
        className="form-foot"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) setParams({ number: typed.trim().toUpperCase() });
        }}
      >
        <label htmlFor="mistake-number">{t.number}</label>
        <Input
          id="mistake-number"
          value={typed}
          maxLength={17}
          onChange={({ target }) => setTyped(target.value)}
          className="short-input"
        />
        <Button htmlType="submit">{t.find}</Button>
      </form>
      {number && <Answer number={number} />}
    </Section>
  );
}

function Answer({ number }: { readonly number: string }) {
  const t = useWords(words);
  const answer = api.useQuery('get', '/v1/mistake-answers/{number}', { params: { path: { number } } });
  return (
    <QueryView query={answer}>
      {(shown) => (
        <Facts
          items={[
            [t.number, shown.number],
            [t.state, <StateTag key="state" codes={mistakeState} value={shown.state} />],
            [t.kind, <Code key="kind" codes={mistakeKind} value={shown.kind} />],
            [
              t.page,
              <Link key="page" to={shown.page}>
                {shown.page}
              </Link>,
            ],
            [t.words, shown.words],
            [t.received, <Day key="received" value={shown.receivedOn} />],
            [t.due, <Day key="due" value={shown.dueOn} />],
            [t.answer, shown.answer ?? t.noAnswer],
            [t.answeredOn, <Day key="answered" value={shown.answeredOn} />],
          ]}
        />
      )}
    </QueryView>
  );
}
