import { bilingual, useWords } from '../../text/words.ts';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';

const words = bilingual(
  { self: '本人', person: (id: string) => `人员 ${id}`, none: '—' },
  { self: 'You', person: (id) => `Person ${id}`, none: '—' },
);

/** A person: the API tells no names of people elsewhere, so the end of the number, which is what differs. */
export function PersonName({ id }: { readonly id: string | null | undefined }) {
  const t = useWords(words);
  const { data } = useMe();
  if (!id) return <span className="none">{t.none}</span>;
  return <span className="figure">{data?.id === id ? t.self : t.person(id.slice(-8))}</span>;
}

/** Whoever is meant: an organization by its name, a person by number. */
export function PartyName({ kind, id }: { readonly kind: 'organization' | 'person'; readonly id: string }) {
  return kind === 'organization' ? <OrganizationName id={id} /> : <PersonName id={id} />;
}
