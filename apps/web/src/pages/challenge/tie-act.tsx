import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';

const words = bilingual(
  {
    button: '记录并列裁定',
    place: (place: number) => `第 ${place} 位`,
    minutes: '评审组会议纪要',
  },
  {
    button: 'Decide the tie',
    place: (place) => `Place ${place}`,
    minutes: 'Minutes of the panel',
  },
);

interface Decision {
  readonly order: string[];
  readonly minutes: string;
}

/** The panel's order of bids that nothing else could part. */
export function TieAct(props: {
  readonly challengeId: string;
  readonly tied: readonly string[];
  readonly bids: readonly Schemas['OpenChallengeBidView'][];
}) {
  const t = useWords(words);
  const { challengeId, tied, bids } = props;
  const decide = api.useMutation('post', '/v1/open-challenges/{id}/tie-decision');
  const choices = tied.map((id) => ({ value: id, label: bids.find((bid) => bid.id === id)?.code ?? id }));
  return (
    <FormAct<Decision>
      primary
      button={t.button}
      work={(body) => decide.mutateAsync({ params: { path: { id: challengeId } }, body })}
    >
      {tied.map((id, index) => (
        <ChoiceField key={id} name={['order', index]} label={t.place(index + 1)} choices={choices} />
      ))}
      <TextField name="minutes" label={t.minutes} max={5000} long />
    </FormAct>
  );
}
