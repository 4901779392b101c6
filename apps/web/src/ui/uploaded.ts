import { useRef } from 'react';
import { api, type Schemas } from '../api/client.ts';
import { useUpload, type AttachmentSubject } from './attachments.tsx';

/**
 * Hands a file of a form in and gives its id. The same file is handed in once, however often the form is sent again
 * after a refusal: a subject keeps the same content once.
 */
export function useUploaded(
  subject: AttachmentSubject,
  kind: Schemas['AttachmentView']['materialKind'],
): (file: File | undefined) => Promise<string | undefined> {
  const upload = useUpload();
  const known = useRef(new WeakMap<File, string>());
  return async (file) => {
    if (file === undefined) return undefined;
    const id = known.current.get(file) ?? (await upload(subject, kind, file)).id;
    known.current.set(file, id);
    return id;
  };
}

/** What is kept of a subject, as choices. */
export function useAttachmentChoices({
  subjectKind,
  subjectId,
}: AttachmentSubject): { value: string; label: string }[] {
  const { data } = api.useQuery('get', '/v1/attachments', {
    params: { query: { subjectKind, subjectId, limit: 100 } },
  });
  return (data?.items ?? [])
    .filter(({ removedAt }) => removedAt === null)
    .map(({ id, fileName }) => ({ value: id, label: fileName }));
}
