import { useEffect, useState } from 'react';
import { Alert, Button, Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useSettings } from '../../settings/settings.ts';
import { codeText } from '../../text/codes/codes.ts';
import { organizationState } from '../../text/codes/identity.codes.ts';
import { organizationKind } from '../../text/codes/market.codes.ts';
import { creditCodeKind } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useCounties, useCountyName } from '../../ui/places.ts';
import { StepForm, type FormStep } from '../../ui/step-form.tsx';

type SignUp = Schemas['SignUpDto'];
/** The bureaux are set up by the market itself. */
const bureaux = ['cityBureau', 'countyBureau'];

const words = bilingual(
  {
    title: '注册单位',
    lead: '单位注册后由县区或市科技局核验；核验通过后即可发布需求和成果。',
    unit: '单位',
    kind: '单位类型',
    kindMissing: '请选择单位类型。',
    name: '单位名称',
    nameHelp: '与营业执照或法人证书一致。',
    nameMissing: '请填写单位名称。',
    code: '统一社会信用代码',
    codeHelp: '18 位，在营业执照或法人证书上。',
    codeWrong: '应为 18 位数字或大写字母。',
    override: '代码校验不符时的说明（一般不填）',
    overrideHelp: '早期试点的代码可能与校验规则不符；请说明并准备好证照，供核验时查看。',
    reads: (kind: string) => `代码格式正确，机构类别：${kind}。`,
    unknownKind: '其他',
    place: (name: string) => `登记地：${name}，已带出县区。`,
    warns: '校验码不符。请先核对有无笔误；确为证照所载的，在下面写明证照名称和发证机关。',
    overrideMissing: '代码校验不符，请写明证照名称和发证机关（至少 10 个字）。',
    county: '县区',
    countyMissing: '请选择县区。',
    person: '首个账号',
    personHelp: '由单位管理人员使用，以后可以邀请同事。',
    displayName: '姓名',
    displayNameMissing: '请填写姓名。',
    account: '账号',
    accountHelp: '例如 zhangsan.sales；登录时使用。',
    accountMissing: '请填写账号。',
    password: '密码',
    passwordHelp: '至少 8 个字符；用几个不相干的词组成一句话，既好记又安全。',
    passwordMissing: '请填写密码。',
    hidden: '（不显示）',
    submit: '注册',
    done: '注册成功',
    number: '编号',
    next: '下一步',
    nextSteps: [
      '由所在县区科技局或市科技局核验，目前没有需要您补交的材料；请备好证照，以便核对。',
      '核验前可以登录、修改单位信息，还不能发布。',
      '核验通过后即可发布需求和成果、邀请同事；未通过的，登录后可以看到理由，改正后再次核验。',
    ],
    state: '状态',
    print: '打印回执',
    signIn: '去登录',
  },
  {
    title: 'Sign up your organization',
    lead: 'The county or city science bureau verifies it; then it can post demands and achievements.',
    unit: 'Organization',
    kind: 'Kind',
    kindMissing: 'Choose a kind.',
    name: 'Name',
    nameHelp: 'As on its licence.',
    nameMissing: 'Fill in the name.',
    code: 'Unified social credit code',
    codeHelp: '18 characters, on the licence.',
    codeWrong: '18 digits or capital letters.',
    override: 'Why the code does not pass its check (usually empty)',
    overrideHelp: 'Some early codes do not follow the check rule; explain, and keep the licence at hand.',
    reads: (kind) => `The code is well-formed; kind: ${kind}.`,
    unknownKind: 'other',
    place: (name) => `Registered in ${name}; the county is filled in.`,
    warns: 'The check character does not fit. If the code is as printed on the licence, say so below.',
    overrideMissing: 'The code fails its check: name the licence and who issued it (10 characters at least).',
    county: 'County',
    countyMissing: 'Choose a county.',
    person: 'First account',
    personHelp: 'For the organization’s manager, who can invite others.',
    displayName: 'Name',
    displayNameMissing: 'Fill in your name.',
    account: 'Account',
    accountHelp: 'e.g. zhangsan.sales; used to sign in.',
    accountMissing: 'Fill in an account.',
    password: 'Password',
    passwordHelp: 'At least 8 characters; a few unrelated words are easy to keep in mind.',
    passwordMissing: 'Fill in a password.',
    hidden: '(not shown)',
    submit: 'Sign up',
    done: 'Signed up',
    number: 'Number',
    next: 'Next',
    nextSteps: [
      'The county or city bureau verifies the organization; keep the licence at hand.',
      'Until then you can sign in and amend, but not post.',
      'Afterwards you can post and invite others; if refused, you find the reason after signing in.',
    ],
    state: 'State',
    print: 'Print the receipt',
    signIn: 'Sign in',
  },
);

export function Component() {
  const t = useWords(words);
  const counties = useCounties();
  const countyName = useCountyName();
  const kinds = useChoices(organizationKind).filter(({ value }) => !bureaux.includes(value));
  const signUp = api.useMutation('post', '/v1/organizations');
  const [made, setMade] = useState<Schemas['OrganizationView'] | null>(null);
  const steps: FormStep<SignUp>[] = [
    {
      title: t.unit,
      names: ['creditCode', 'creditCodeOverride', 'kind', 'name', 'countyCode'],
      fields: (
        <>
          <Form.Item
            name="creditCode"
            label={t.code}
            extra={t.codeHelp}
            normalize={(text: string) => text.replace(/\s/g, '').toUpperCase()}
            rules={[{ required: true, pattern: /^[0-9A-Z]{18}$/, message: t.codeWrong }]}
          >
            <Input maxLength={24} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <CodeReading />
          <Form.Item
            name="creditCodeOverride"
            label={t.override}
            extra={t.overrideHelp}
            rules={[{ min: 10, message: t.overrideMissing }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: t.kindMissing }]}>
            <Select options={kinds} />
          </Form.Item>
          <Form.Item name="name" label={t.name} extra={t.nameHelp} rules={[{ required: true, message: t.nameMissing }]}>
            <Input maxLength={120} autoComplete="organization" />
          </Form.Item>
          <Form.Item name="countyCode" label={t.county} rules={[{ required: true, message: t.countyMissing }]}>
            <Select options={counties} />
          </Form.Item>
        </>
      ),
      answers: ({ kind, name, creditCode, creditCodeOverride, countyCode }) => [
        [t.kind, kinds.find(({ value }) => value === kind)?.label],
        [t.name, name],
        [t.code, creditCode],
        [t.override, creditCodeOverride],
        [t.county, countyName(countyCode)],
      ],
    },
    {
      title: t.person,
      names: ['displayName', 'account', 'password'],
      fields: (
        <>
          <p className="fine">{t.personHelp}</p>
          <Form.Item
            name="displayName"
            label={t.displayName}
            rules={[{ required: true, message: t.displayNameMissing }]}
          >
            <Input maxLength={40} autoComplete="name" />
          </Form.Item>
          <Form.Item
            name="account"
            label={t.account}
            extra={t.accountHelp}
            rules={[{ required: true, message: t.accountMissing }]}
          >
            <Input maxLength={60} autoComplete="username" spellCheck={false} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t.password}
            extra={t.passwordHelp}
            rules={[{ required: true, message: t.passwordMissing }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </>
      ),
      answers: ({ displayName, account }) => [
        [t.displayName, displayName],
        [t.account, account],
        [t.password, t.hidden],
      ],
    },
  ];
  if (made) return <Receipt made={made} />;
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="narrow">
        <Section title={t.title}>
          <StepForm<SignUp>
            steps={steps}
            draftKey="sign-up"
            secret={['password']}
            submit={t.submit}
            onSubmit={async (values) => {
              const body = { ...values, creditCodeOverride: values.creditCodeOverride || undefined };
              setMade(await signUp.mutateAsync({ body }));
            }}
          />
        </Section>
      </div>
    </Page>
  );
}

/** What becomes of each kind of code, by GB 32100: a proposal that the visitor may change. */
const kindOfCode: Readonly<Record<string, SignUp['kind']>> = {
  enterprise: 'enterprise',
  individualBusiness: 'enterprise',
  farmerCooperative: 'cooperative',
};

/** Reads the code while it is typed, says what it tells, and fills in what is still empty. */
function CodeReading() {
  const t = useWords(words);
  const { language } = useSettings();
  const form = Form.useFormInstance<SignUp>();
  const counties = useCounties();
  const code = Form.useWatch<string | undefined>('creditCode', form) ?? '';
  const reading = api.useQuery(
    'get',
    '/v1/credit-codes/{code}',
    { params: { path: { code } } },
    { enabled: /^[0-9A-Z]{18}$/.test(code), retry: false, staleTime: Infinity },
  );
  const { data } = reading;
  const county = counties.find(({ value }) => value === data?.placeCode);
  useEffect(() => {
    if (!data) return;
    const kind = kindOfCode[data.kind ?? ''];
    const known = form.getFieldsValue(['kind', 'countyCode']) as Partial<SignUp>;
    if (!known.kind && kind) form.setFieldValue('kind', kind);
    if (!known.countyCode && county) form.setFieldValue('countyCode', county.value);
  }, [data, county, form]);
  return (
    <div role="status" className="code-reading">
      {reading.isError && <ProblemNotice error={reading.error} />}
      {data && (
        <Alert
          type={data.warnings.length > 0 ? 'warning' : 'success'}
          showIcon
          title={
            data.warnings.length > 0
              ? t.warns
              : t.reads(data.kind ? codeText(creditCodeKind, data.kind, language) : t.unknownKind)
          }
          description={county && t.place(county.label)}
        />
      )}
    </div>
  );
}

function Receipt({ made }: { readonly made: Schemas['OrganizationView'] }) {
  const t = useWords(words);
  return (
    <Page title={t.done} actions={<Button onClick={() => print()}>{t.print}</Button>}>
      <Alert type="success" showIcon role="status" title={made.name} description={`${t.number} ${made.id}`} />
      <Section title={t.next}>
        <Facts
          items={[
            [t.name, made.name],
            [t.code, made.creditCode],
            [t.state, <StateTag key="state" codes={organizationState} value={made.state} />],
          ]}
        />
        <ol>
          {t.nextSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <Link to="/sign-in">{t.signIn}</Link>
        </p>
      </Section>
    </Page>
  );
}
