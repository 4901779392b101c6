import { useEffect, useState } from 'react';
import { App as AntApp, ConfigProvider, theme } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { ApiProblem } from './api/problem.ts';
import { useSignedIn } from './api/session.ts';
import { router } from './routes.tsx';
import { useDark, useSettings, useStill } from './settings/settings.ts';

const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal stays one however often it is asked for; a lost connection or a busy market is tried again.
        retry: (count, error) => !(error instanceof ApiProblem && error.problem.status !== 503) && count < 2,
      },
      mutations: { retry: false },
    },
  });

export function App() {
  const { language, elder } = useSettings();
  const dark = useDark();
  const still = useStill();
  const signedIn = useSignedIn();
  const [client, setClient] = useState(newClient);
  // Nothing that was read for one person stays for the next.
  useEffect(() => setClient(newClient()), [signedIn]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    document.documentElement.dataset['elder'] = String(elder);
  }, [language, dark, elder]);
  return (
    <ConfigProvider
      {...(language === 'zh' && { locale: zhCN })}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          motion: !still,
          colorPrimary: dark ? '#4fc493' : '#0b6e4f',
          colorLink: dark ? '#6cd3a8' : '#0b6e4f',
          colorTextPlaceholder: dark ? '#a0a8a4' : '#6a716d',
          colorTextDescription: dark ? '#b4bbb7' : '#565c59',
          fontFamily: 'var(--font)',
          fontSize: elder ? 18 : 15,
          controlHeight: elder ? 48 : 38,
          borderRadius: 6,
        },
        components: { Button: { primaryColor: dark ? '#06261b' : '#ffffff', fontWeight: 500 } },
      }}
    >
      <QueryClientProvider client={client}>
        <AntApp component="div" className="app">
          <RouterProvider router={router} />
        </AntApp>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
