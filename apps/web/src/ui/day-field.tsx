/** A calendar day: the browser's own field, which keyboards, readers and phones know. Works inside Form.Item. */
export function DayField(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (day: string | undefined) => void;
}) {
  return (
    <input
      id={props.id}
      type="date"
      className="day-field"
      value={props.value ?? ''}
      onChange={({ target }) => props.onChange?.(target.value || undefined)}
    />
  );
}
