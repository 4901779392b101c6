import { useSyncExternalStore } from 'react';

/** How a visitor wants the portal to look; the only thing kept in the browser, and nothing about the person. */
export interface Settings {
  readonly language: 'zh' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  /** 长辈模式: larger text and targets. */
  readonly elder: boolean;
}

const storageKey = 'market.settings';
const defaults: Settings = { language: 'zh', theme: 'system', elder: false };

let settings: Settings = read();
const listeners = new Set<() => void>();

function read(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Settings>;
    return {
      language: kept.language === 'en' ? 'en' : 'zh',
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
      elder: kept.elder === true,
    };
  } catch {
    return defaults; // storage refused, or written by somebody else
  }
}

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // A browser without storage forgets the choice; nothing else is lost.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSettings = (): Settings => useSyncExternalStore(subscribe, () => settings);

/** What the visitor's system wants, followed as it changes. */
function systemWish(query: string): () => boolean {
  const media = matchMedia(query);
  // Reading `matches` while a change is under way takes the event from the others: the value is kept here.
  let wish = media.matches;
  media.addEventListener('change', ({ matches }) => {
    wish = matches;
    for (const listener of listeners) listener();
  });
  return () => wish;
}

const systemDark = systemWish('(prefers-color-scheme: dark)');
const systemStill = systemWish('(prefers-reduced-motion: reduce)');

/** True when the dark theme is to be shown. */
export function useDark(): boolean {
  const { theme } = useSettings();
  const system = useSyncExternalStore(subscribe, systemDark);
  return theme === 'system' ? system : theme === 'dark';
}

/** True when nothing is to move. */
export const useStill = (): boolean => useSyncExternalStore(subscribe, systemStill);
