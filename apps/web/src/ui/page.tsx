import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';

export interface Crumb {
  readonly title: string;
  readonly to: string;
}

/** A page: its title in the window and as the one h1, which takes the focus when the page is entered. */
export function Page(props: {
  readonly title: string;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · 庆阳科技大市场`;
  }, [props.title]);
  const description = typeof props.lead === 'string' ? props.lead : null;
  useEffect(() => {
    const shown = description ? `${props.title}：${description}` : `${props.title} · 庆阳科技大市场`;
    document.querySelector('meta[name="description"]')?.setAttribute('content', shown);
  }, [props.title, description]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article className="page">
      {props.crumbs && props.crumbs.length > 0 && (
        <nav aria-label="位置" className="crumbs">
          <ol>
            {props.crumbs.map(({ title, to }) => (
              <li key={to}>
                <Link to={to}>{title}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.lead && <p className="lead">{props.lead}</p>}
        </div>
        {props.actions && <div className="page-actions">{props.actions}</div>}
      </header>
      {props.children}
    </article>
  );
}

/** A part of a page, with a heading of its own. */
export function Section(props: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}) {
  return (
    <section className="section" id={props.id}>
      <header className="section-head">
        <h2>{props.title}</h2>
        {props.actions}
      </header>
      {props.children}
    </section>
  );
}
