const firstEventMs = 1_000;

/** The body of an answer. A stream of events never ends: of it, what comes within a second. */
export async function answerText(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  const reader = answer.body?.getReader();
  if (!reader) return '';
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), firstEventMs).unref());
  const first = await Promise.race([reader.read(), late]);
  await reader.cancel();
  return first?.value ? Buffer.from(first.value as Uint8Array).toString('utf8') : '';
}
