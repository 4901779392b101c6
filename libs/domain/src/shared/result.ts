/** An expected outcome is a value: the caller cannot forget the refusal. Bugs and broken infrastructure throw. */
export type Result<T, R extends Refusal = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/**
 * A refusal names a code of the problem catalog; `params` fill the catalog's Chinese text.
 * `pointer` is a JSON pointer to the input field concerned, where there is one.
 */
export interface Refusal<C extends string = string> {
  readonly code: C;
  readonly params?: Readonly<Record<string, string>>;
  readonly pointer?: string;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <C extends string>(
  code: C,
  params?: Readonly<Record<string, string>>,
  pointer?: string,
): { readonly ok: false; readonly refusal: Refusal<C> } => ({
  ok: false,
  refusal: { code, ...(params && { params }), ...(pointer !== undefined && { pointer }) },
});

/** True for a Result that was refused; false for any other value. */
export function isRefused(value: unknown): value is { readonly ok: false; readonly refusal: Refusal } {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'refusal' in value;
}
