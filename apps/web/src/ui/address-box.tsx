import type { ReactElement } from 'react';
import { Checkbox } from 'antd';
import { useSearchParams } from 'react-router';

/** A box that is the page's only filter: whether it is ticked stands in the address, and the box itself. */
export function useAddressBox(name: string, label: string): readonly [boolean, ReactElement] {
  const [params, setParams] = useSearchParams();
  const ticked = params.get(name) === '1';
  const box = (
    <Checkbox
      checked={ticked}
      onChange={({ target }) => setParams(target.checked ? { [name]: '1' } : {}, { replace: true })}
    >
      {label}
    </Checkbox>
  );
  return [ticked, box];
}
