import { useState } from 'react';
import { Form, Input } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/problem.ts';
import { signIn } from '../../api/session.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Page, Section } from '../../ui/page.tsx';

const words = bilingual(
  {
    title: '登录',
    account: '账号',
    accountMissing: '请填写账号。',
    password: '密码',
    passwordMissing: '请填写密码。',
    fresh: '新密码',
    freshHelp: '首次登录或密码到期时，须在此设置新密码。',
    freshMissing: '请填写新密码。',
    submit: '登录',
    none: '还没有账号？',
    signUp: '注册单位',
    forgot: '忘记密码的，请联系本单位管理人员重置。',
  },
  {
    title: 'Sign in',
    account: 'Account',
    accountMissing: 'Fill in your account.',
    password: 'Password',
    passwordMissing: 'Fill in your password.',
    fresh: 'New password',
    freshHelp: 'At the first sign-in, or when a password has expired, choose a new one here.',
    freshMissing: 'Fill in a new password.',
    submit: 'Sign in',
    none: 'No account yet?',
    signUp: 'Sign up your organization',
    forgot: 'Forgot it? Your organization’s manager can reset it.',
  },
);

interface Values {
  readonly account: string;
  readonly password: string;
  readonly newPassword?: string;
}

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [mustChange, setMustChange] = useState(false);
  const submit = async (values: Values): Promise<void> => {
    try {
      await signIn(values);
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.code === 'session.passwordChangeRequired') setMustChange(true);
      throw error;
    }
    const to = params.get('to') ?? '/workbench';
    await navigate(to.startsWith('/') && !to.startsWith('//') ? to : '/workbench', { replace: true });
  };
  return (
    <Page title={t.title}>
      <div className="narrow">
        <Section title={t.title}>
          <ApiForm<Values> submit={t.submit} onSubmit={submit}>
            <Form.Item name="account" label={t.account} rules={[{ required: true, message: t.accountMissing }]}>
              <Input autoComplete="username" spellCheck={false} />
            </Form.Item>
            <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.passwordMissing }]}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            {mustChange && (
              <Form.Item
                name="newPassword"
                label={t.fresh}
                extra={t.freshHelp}
                rules={[{ required: true, message: t.freshMissing }]}
              >
                <Input.Password autoComplete="new-password" />
              </Form.Item>
            )}
          </ApiForm>
        </Section>
        <p>
          {t.none} <Link to="/sign-up">{t.signUp}</Link>
        </p>
        <p className="fine">{t.forgot}</p>
      </div>
    </Page>
  );
}
