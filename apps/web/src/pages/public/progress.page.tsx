import { Form, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { registrationHolder, registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Deadline, Instant } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Progress = Schemas['RegistrationProgressView'];

const words = bilingual(
  {
    title: '凭编号查进度',
    lead: '输入认定登记的编号，看办到哪一步、由谁办理、法定期限还有几天。不必登录，不显示当事人和金额。',
    number: '编号',
    help: '回执上的平台编号（QY- 开头，含末尾 10 位校验码），或者 16 位登记编号后加“-校验码”。',
    wrong: '应为 QY-年份-序号-校验码，或 16 位数字-校验码；校验码 10 位，在回执编号的末尾。',
    check: '查询',
    result: '办理情况',
    state: '办到哪一步',
    holder: '现由谁办理',
    since: '自何时起',
    accepted: '受理日',
    due: '法定期限',
    article: '期限依据',
    noTerm: '目前没有期限在计算',
    next: '下一步',
    steps: {
      draft: '还没有提交。',
      filed: '登记机构决定受理或退回。',
      accepted: '登记员开始审查。',
      underReview: '登记员作出认定，或要求补正、请专家审核。',
      supplementRequested: '由登记主体补正；提交后期限重新起算。',
      expertReview: '专家审核完成后，回到登记员。',
      secondReview: '复核人员复核。',
      registered: '已办结，可凭证明上的核验码查验。',
      refused: '已办结；登记主体可以申请复查或改正后重新申请。',
      returned: '已退回；改正后可以重新申请。',
      withdrawn: '登记主体已撤回。',
      cancelled: '登记已注销。',
    },
    certificate: '查验登记证明',
  },
  {
    title: 'Progress by number',
    lead: 'See the step, who holds it and the legal term. No sign-in; no names, no amounts.',
    number: 'Number',
    help: 'The QY- number on your receipt with the 10-character check at its end, or the 16 digits and the check.',
    wrong: 'QY-year-serial-check, or 16 digits-check; the check is the last 10 characters on your receipt.',
    check: 'Look up',
    result: 'Progress',
    state: 'Step',
    holder: 'Held by',
    since: 'Since',
    accepted: 'Accepted on',
    due: 'Legal term',
    article: 'Article',
    noTerm: 'No term is running',
    next: 'Next',
    steps: {
      draft: 'Not filed yet.',
      filed: 'The office accepts or returns it.',
      accepted: 'An officer examines it.',
      underReview: 'The officer decides, or asks for a supplement or for experts.',
      supplementRequested: 'The filer supplements it; the term starts anew then.',
      expertReview: 'Back to the officer after the experts.',
      secondReview: 'A second person reviews it.',
      registered: 'Done: check the certificate by its code.',
      refused: 'Done: the filer may ask for a re-examination, or file anew.',
      returned: 'Returned: mend and file anew.',
      withdrawn: 'Withdrawn by the filer.',
      cancelled: 'The registration was cancelled.',
    },
    certificate: 'Check a certificate',
  },
);

export function Component() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const number = params.get('number') ?? '';
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="narrow">
        <Section title={t.check}>
          <ApiForm<{ readonly number: string }>
            submit={t.check}
            initial={{ number }}
            onSubmit={async (asked) => setParams({ number: plain(asked.number) })}
          >
            <Form.Item
              name="number"
              label={t.number}
              extra={t.help}
              rules={[
                { required: true, message: t.wrong },
                {
                  validator: async (_rule, text?: string) => {
                    if (text && !/^(QY-\d{4}-\d{6,12}|\d{16})-[0-9A-F]{10}$/.test(plain(text)))
                      throw new Error(t.wrong);
                  },
                },
              ]}
            >
              <Input autoComplete="off" spellCheck={false} maxLength={40} />
            </Form.Item>
          </ApiForm>
        </Section>
      </div>
      {number && <Result number={number} />}
    </Page>
  );
}

/** As typed from paper: spaces, small letters and full-width signs are no fault. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

function Result({ number }: { readonly number: string }) {
  const t = useWords(words);
  const progress = api.useQuery(
    'get',
    '/v1/registration-progress/{number}',
    { params: { path: { number } } },
    { retry: false },
  );
  return (
    <Section title={t.result}>
      <div role="status">
        <QueryView query={progress}>
          {(found) => (
            <>
              <Facts
                items={[
                  [t.number, found.number],
                  [t.state, <StateTag key="state" codes={registrationState} value={found.state} />],
                  [t.holder, <Code key="holder" codes={registrationHolder} value={found.holder} />],
                  [t.since, <Instant key="since" value={found.heldSince} />],
                  [t.accepted, <Day key="accepted" value={found.acceptedOn} />],
                  [t.due, found.dueOn ? <Term key="due" progress={found} /> : t.noTerm],
                  [t.article, found.article],
                  [t.next, t.steps[found.state]],
                ]}
              />
              {found.state === 'registered' && <Link to="/certificates">{t.certificate}</Link>}
            </>
          )}
        </QueryView>
      </div>
    </Section>
  );
}

const Term = ({ progress }: { readonly progress: Progress }) => (
  <Deadline day={progress.dueOn} daysLeft={progress.daysLeft} unit={progress.daysLeftUnit} />
);
