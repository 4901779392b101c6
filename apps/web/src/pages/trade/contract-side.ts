import { api, type Schemas } from '../../api/client.ts';
import { useMe } from '../../ui/me.ts';

/** On which side of a contract the visitor's unit stands; null when on neither. */
export type ContractSide = 'seller' | 'buyer' | null;

export function useContractSide(id: string): {
  readonly contract: Schemas['ContractView'] | undefined;
  readonly side: ContractSide;
} {
  const me = useMe();
  const { data: contract } = api.useQuery('get', '/v1/contracts/{id}', { params: { path: { id } } });
  const role = contract?.parties.find(({ organizationId }) => organizationId === me.data?.organizationId)?.role;
  return { contract, side: role === 'seller' || role === 'buyer' ? role : null };
}
