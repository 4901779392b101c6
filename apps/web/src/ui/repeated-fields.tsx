import type { ComponentProps, ReactNode } from 'react';
import { Button, Form } from 'antd';

type ListProps = ComponentProps<typeof Form.List>;

/** Entries of one shape, each a titled group of fields, with a button that adds one and one on each that takes it away. */
export function RepeatedFields(props: {
  readonly name: ListProps['name'];
  readonly rules?: ListProps['rules'];
  readonly initialValue?: ListProps['initialValue'];
  /** The title of the entry, counted from 1. */
  readonly title: (number: number) => string;
  readonly remove: (number: number) => string;
  readonly add: ReactNode;
  /** What a new entry begins with. */
  readonly blank?: object;
  /** As many stay. */
  readonly least?: number;
  /** The fields of the entry at this place of the list. */
  readonly children: (place: number) => ReactNode;
}) {
  const { title, blank = {}, least = 0, children, add: addText, remove: removeText, ...list } = props;
  return (
    <Form.List {...list}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="facet">
              <legend>{title(name + 1)}</legend>
              {children(name)}
              {fields.length > least && <Button onClick={() => remove(name)}>{removeText(name + 1)}</Button>}
            </fieldset>
          ))}
          <p>
            <Button onClick={() => add(blank)}>{addText}</Button>
          </p>
        </>
      )}
    </Form.List>
  );
}
