/** Somebody who calls the API and expects one status; the body of the answer. */
export interface StoryCaller {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the story reads answers as any client does
  get(path: string, status?: number): Promise<any>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  post(path: string, status: number, body?: object): Promise<any>;
}

export type StoryRole = 'seller' | 'buyer' | 'broker' | 'registrar' | 'reviewer' | 'auditor';

export function playStory(market: {
  readonly people: Readonly<Record<StoryRole, StoryCaller>>;
  moveTo(date: string): Promise<void>;
  today(): Promise<string>;
  say(line: string): void;
  /** Left out where there is no process to check in: then only the public page is looked at. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the caller's own kind of person
  verifyOffline?(person: any, path: string): Promise<{ readonly bytes: number; readonly text: string }>;
  readonly run: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
}): Promise<any>;
