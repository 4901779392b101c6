import { App } from 'antd';
import { useQueryClient } from '@tanstack/react-query';

/** What follows a write that succeeded: everything shown is read again, and the visitor hears that it is done. */
export function useDone(): (work: Promise<unknown>, said: string) => Promise<void> {
  const { message } = App.useApp();
  const client = useQueryClient();
  return async (work, said) => {
    await work;
    await client.invalidateQueries();
    void message.success(said);
  };
}
