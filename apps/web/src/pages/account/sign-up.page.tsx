import { useState } from 'react';
import { Alert, Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { organizationKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useChoices } from '../../ui/code.tsx';
import { Page, Section } from '../../ui/page.tsx';
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
    next: '下一步：等待核验。核验前可以登录、修改单位信息；核验通过后即可发布需求和成果。',
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
    next: 'Next: verification. Until then you can sign in and amend; afterwards you can post.',
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
      names: ['kind', 'name', 'creditCode', 'creditCodeOverride', 'countyCode'],
      fields: (
        <>
          <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: t.kindMissing }]}>
            <Select options={kinds} />
          </Form.Item>
          <Form.Item name="name" label={t.name} extra={t.nameHelp} rules={[{ required: true, message: t.nameMissing }]}>
            <Input maxLength={120} autoComplete="organization" />
          </Form.Item>
          <Form.Item
            name="creditCode"
            label={t.code}
            extra={t.codeHelp}
            normalize={(text: string) => text.replace(/\s/g, '').toUpperCase()}
            rules={[{ required: true, pattern: /^[0-9A-Z]{18}$/, message: t.codeWrong }]}
          >
            <Input maxLength={24} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Form.Item name="creditCodeOverride" label={t.override} extra={t.overrideHelp}>
            <Input maxLength={200} />
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
  if (made) {
    return (
      <Page title={t.done}>
        <Alert
          type="success"
          showIcon
          role="status"
          title={made.name}
          description={
            <>
              <p>
                {t.number} {made.id}
              </p>
              <p>{t.next}</p>
              <Link to="/sign-in">{t.signIn}</Link>
            </>
          }
        />
      </Page>
    );
  }
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
