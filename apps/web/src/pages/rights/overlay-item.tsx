import { api, type Schemas } from '../../api/client.ts';
import { overlayKind, overlayState } from '../../text/codes/right.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { FileItem, TextField, TickField } from '../../ui/fields.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { useUploaded } from '../../ui/uploaded.ts';
import { ConsentAct } from './consent-act.tsx';

type Overlay = Schemas['RightOverlayView'];

const words = bilingual(
  {
    confirm: '核对负担',
    confirmText: '依据证明材料核对无误；登记人本人不能核对。',
    annul: '撤销误录',
    request: '申请解除',
    requested: '已申请，等待质权人等或登记机构决定。',
    basis: '依据',
    evidence: '证明材料',
    decide: '决定解除',
    agreed: '同意解除',
    reason: '理由',
    released: '已答复；同意的，相关挂牌随即解冻。',
    release: '解除依据',
    confirmed: '已由第二人核对',
    waiting: '待第二人核对',
    consent: '同意转让或许可',
  },
  {
    confirm: 'Confirm',
    confirmText: 'As the documents say; who registered it cannot confirm it.',
    annul: 'Annul an error',
    request: 'Ask for release',
    requested: 'Asked; its holder or the office decides.',
    basis: 'Basis',
    evidence: 'Document',
    decide: 'Decide on release',
    agreed: 'Agree',
    reason: 'Reason',
    released: 'Answered; where agreed, listings are free again.',
    release: 'Basis of release',
    confirmed: 'confirmed by a second person',
    waiting: 'not confirmed yet',
    consent: 'Consent to assignment or licence',
  },
);

/** One burden of a right, with what the visitor may do about it. */
export function OverlayItem({ overlay }: { readonly overlay: Overlay }) {
  const t = useWords(words);
  return (
    <li>
      <h3>
        <Code codes={overlayKind} value={overlay.kind} />：{overlay.holderName}{' '}
        <StateTag codes={overlayState} value={overlay.state} />
      </h3>
      <p className="hit-line">
        <span>
          {overlay.rightTitle}（{overlay.rightNumber}）
        </span>
        <span>
          <Day value={overlay.from} /> – <Day value={overlay.until} />
        </span>
        {overlay.securedAmount && <Money value={overlay.securedAmount} />}
        <span>{overlay.confirmed ? t.confirmed : t.waiting}</span>
      </p>
      <p>
        {overlay.basis}
        {overlay.releaseBasis && `；${t.release}：${overlay.releaseBasis}`}
      </p>
      <OverlayActs overlay={overlay} />
    </li>
  );
}

function OverlayActs({ overlay }: { readonly overlay: Overlay }) {
  const t = useWords(words);
  const { data: me } = useMe();
  const params = { path: { id: overlay.id } };
  const confirm = api.useMutation('post', '/v1/right-overlays/{id}/confirmation');
  const annul = api.useMutation('post', '/v1/right-overlays/{id}/annulment');
  const consent = api.useMutation('post', '/v1/right-overlays/{id}/consents');
  const owner = overlay.organizationId === me?.organizationId;
  const holder = overlay.holderOrganizationId !== null && overlay.holderOrganizationId === me?.organizationId;
  const office = hasRole(me, 'registrar', 'reviewer');
  const about = overlay.holderName;
  if (overlay.state === 'released' || overlay.state === 'ended' || overlay.state === 'annulled') return null;
  return (
    <div className="form-foot">
      {!overlay.confirmed && (owner || holder || office) && (
        <>
          <Act button={t.confirm} about={about} text={t.confirmText} work={() => confirm.mutateAsync({ params })} />
          <ReasonedAct button={t.annul} about={about} work={(body) => annul.mutateAsync({ params, body })} />
        </>
      )}
      {overlay.kind === 'pledge' && (holder || owner) && (
        <ConsentAct
          button={t.consent}
          about={about}
          rightId={overlay.rightId}
          declaring={owner}
          work={(body) => consent.mutateAsync({ params, body })}
        />
      )}
      {(owner || office) && overlay.state !== 'releasing' && <RequestRelease overlay={overlay} />}
      {overlay.state === 'releasing' && (holder || office) && <DecideRelease overlay={overlay} />}
    </div>
  );
}

function RequestRelease({ overlay }: { readonly overlay: Overlay }) {
  const t = useWords(words);
  const upload = useUploaded({ subjectKind: 'right', subjectId: overlay.rightId }, 'other');
  const request = api.useMutation('post', '/v1/right-overlays/{id}/release-request');
  return (
    <FormAct<{ basis: string; file: File }>
      button={t.request}
      about={overlay.holderName}
      said={t.requested}
      work={async ({ basis, file }) => {
        const evidenceId = (await upload(file)) ?? '';
        return request.mutateAsync({ params: { path: { id: overlay.id } }, body: { basis, evidenceId } });
      }}
    >
      <TextField name="basis" label={t.basis} />
      <FileItem name="file" label={t.evidence} />
    </FormAct>
  );
}

function DecideRelease({ overlay }: { readonly overlay: Overlay }) {
  const t = useWords(words);
  const release = api.useMutation('post', '/v1/right-overlays/{id}/release');
  return (
    <FormAct<Schemas['DecideReleaseDto']>
      primary
      button={t.decide}
      about={overlay.holderName}
      said={t.released}
      initial={{ agreed: true }}
      work={({ agreed, reason }) =>
        release.mutateAsync({ params: { path: { id: overlay.id } }, body: { agreed: agreed === true, reason } })
      }
    >
      <TickField name="agreed" label={t.agreed} />
      <TextField name="reason" label={t.reason} />
    </FormAct>
  );
}
