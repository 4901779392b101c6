import type { ReactNode } from 'react';

/** Names and values of one thing, as a description list. */
export function Facts({ items }: { readonly items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? <span className="none">—</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
