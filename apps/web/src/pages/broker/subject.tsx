import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';

type Subject = Pick<Schemas['MandateSubjectView'], 'kind' | 'id'>;
const lasting = { staleTime: 300_000 };

/** The demand or achievement by its name, leading to its public page. */
export function SubjectName({ subject }: { readonly subject: Subject }) {
  return <Link to={subjectAddress(subject)}>{useSubjectTitle(subject) ?? '…'}</Link>;
}

/** Its name; null while it is read, or when it is no longer shown to anybody but its owner. */
export function useSubjectTitle({ kind, id }: Subject): string | null {
  const path = { params: { path: { id } } };
  const demand = api.useQuery('get', '/v1/demands/{id}', path, { ...lasting, enabled: kind === 'demand' });
  const offer = api.useQuery('get', '/v1/achievements/{id}', path, { ...lasting, enabled: kind === 'achievement' });
  const read = kind === 'demand' ? demand : offer;
  return read.data?.title ?? (read.error ? id : null);
}

const subjectAddress = ({ kind, id }: Subject): string =>
  kind === 'demand' ? `/demands/${id}` : `/achievements/${id}`;
