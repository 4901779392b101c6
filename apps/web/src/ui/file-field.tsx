/** One file from the visitor's own computer: the browser's field. Works inside Form.Item. */
export function FileField(props: {
  readonly id?: string;
  readonly accept?: string;
  readonly onChange?: (file: File | undefined) => void;
}) {
  return (
    <input
      id={props.id}
      type="file"
      className="file-field"
      accept={props.accept ?? '.pdf,.jpg,.jpeg,.png,.docx,.xlsx'}
      onChange={({ target }) => props.onChange?.(target.files?.[0])}
    />
  );
}
