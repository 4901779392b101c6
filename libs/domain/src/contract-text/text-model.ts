/** A document of headed articles, made of text and of places to fill in. */
export interface ContractText {
  readonly title: string;
  readonly subtitle: string;
  readonly parties: readonly TextParty[];
  readonly articles: readonly Article[];
}

export interface TextParty {
  readonly role: string;
  readonly name: string;
  readonly creditCode: string;
  readonly signed: Date | null;
}

export interface Article {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

export type Paragraph = readonly Run[];

/** A `blank` says what is to be written there. */
export interface Run {
  readonly kind: 'text' | 'blank';
  readonly text: string;
}

export const line = (text: string): Paragraph => [{ kind: 'text', text }];
export const blank = (asks: string): Run => ({ kind: 'blank', text: asks });
/** How a blank is shown where there is no better way. */
export const blankText = (asks: string): string => `＿＿＿＿＿＿（待填：${asks}）`;

/** `值`, or a blank where there is none. */
export const filled = (value: string | null, asks: string): Run =>
  value === null || value.trim() === '' ? blank(asks) : { kind: 'text', text: value };
