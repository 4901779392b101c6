import { useSyncExternalStore } from 'react';
import { bilingual, useWords } from '../text/words.ts';
import './offline-notice.css';

const words = bilingual(
  { text: '网络已断开。页面上是断网前的内容；已填的不会丢失，恢复后可以继续。' },
  { text: 'You are offline. What you see is from before; what you typed is kept.' },
);

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Says on every page that the network is gone, and falls silent when it is back. */
export function OfflineNotice() {
  const t = useWords(words);
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={online ? 'visually-hidden' : 'offline-notice'}>
      {online ? '' : t.text}
    </div>
  );
}
