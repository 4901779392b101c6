/** How one error code is told to a caller. `{name}` in the texts is filled from the refusal's params. */
export interface ProblemEntry {
  /** 400 malformed · 401 · 403 · 404 hides existence · 409 state · 412/428 version · 422 a rule refused · 429 · 503 */
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  readonly title: string;
  readonly detail: string;
  readonly repair: string;
  /** Law and article the refusal rests on. */
  readonly article?: string;
}
