import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { licenceManner } from '../../text/codes/right-acts.codes.ts';
import { overlayKind } from '../../text/codes/right.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { CodeField, ChoiceField, DayItem, TextField, YuanField } from '../../ui/fields.tsx';
import { OrganizationField } from '../../ui/organization-field.tsx';
import { Section } from '../../ui/page.tsx';
import { useCounties } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useAttachmentChoices } from '../../ui/uploaded.ts';
import { OverlayItem } from './overlay-item.tsx';

type Create = Schemas['CreateOverlayDto'];

const words = bilingual(
  {
    title: '权利负担',
    lead: '登记后立即生效，相关挂牌同时冻结；由第二人核对。质权人、被许可人等同意后才能解除，权利人不能自行解除。',
    none: '没有质押、许可或保全。',
    make: '登记负担',
    said: '已登记，相关挂牌已冻结。',
    kind: '种类',
    holder: '质权人、被许可人等（在本平台的）',
    holderName: '质权人、被许可人等的名称（不在本平台的）',
    manner: '许可方式',
    territory: '许可地域（不选为全国）',
    from: '起始日',
    until: '截止日（质押为债务履行期限的最后一日，可不填）',
    amount: '被担保的金额（元）',
    reference: '登记号或文号',
    basis: '依据',
    document: '证明材料（先在下面上传，可不选）',
  },
  {
    title: 'What lies on it',
    lead: 'It works at once and freezes listings; a second person confirms; only its holder can agree to its release.',
    none: 'No pledge, licence or preservation.',
    make: 'Register a burden',
    said: 'Registered; listings are frozen.',
    kind: 'Kind',
    holder: 'Holder (of this market)',
    holderName: 'Holder (elsewhere)',
    manner: 'Manner',
    territory: 'Territory (none: the country)',
    from: 'From',
    until: 'Until (pledge: last day of the debt; optional)',
    amount: 'Secured amount (yuan)',
    reference: 'Number',
    basis: 'Basis',
    document: 'Document (upload it below first; optional)',
  },
);

/** What lies, and lay, on a right. */
export function Overlays({ right, own }: { readonly right: Schemas['RightInFullView']; readonly own: boolean }) {
  const t = useWords(words);
  const overlays = api.useQuery('get', '/v1/rights/{id}/overlays', {
    params: { path: { id: right.id }, query: { limit: 100 } },
  });
  return (
    <Section title={t.title} actions={own && <Register rightId={right.id} />}>
      <p className="fine">{t.lead}</p>
      <QueryView query={overlays}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.none}</p>}
            <ul className="hits">
              {items.map((overlay) => (
                <OverlayItem key={overlay.id} overlay={overlay} />
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Register({ rightId }: { readonly rightId: string }) {
  const t = useWords(words);
  const [kind, setKind] = useState<string>('');
  const counties = useCounties();
  const documents = useAttachmentChoices({ subjectKind: 'right', subjectId: rightId });
  const create = api.useMutation('post', '/v1/rights/{id}/overlays');
  return (
    <FormAct<Create>
      button={t.make}
      said={t.said}
      work={(body) => create.mutateAsync({ params: { path: { id: rightId } }, body })}
    >
      <CodeField
        name="kind"
        label={t.kind}
        codes={overlayKind}
        only={[
          'pledge',
          'licence',
          'preservation',
          'suspension',
          'dispute',
          'invalidationRequest',
          'partialInvalidity',
        ]}
        onChange={setKind}
      />
      <OrganizationField name="holderOrganizationId" label={t.holder} optional />
      <TextField name="holderName" label={t.holderName} max={200} optional />
      {kind === 'licence' && (
        <>
          <CodeField name="manner" label={t.manner} codes={licenceManner} />
          <ChoiceField name="territory" label={t.territory} choices={counties} many optional />
        </>
      )}
      <DayItem name="from" label={t.from} />
      <DayItem name="until" label={t.until} optional />
      {kind === 'pledge' && <YuanField name="securedAmountYuan" label={t.amount} />}
      <TextField name="reference" label={t.reference} max={100} optional />
      <TextField name="basis" label={t.basis} />
      <ChoiceField name="evidenceId" label={t.document} choices={documents} optional />
    </FormAct>
  );
}
