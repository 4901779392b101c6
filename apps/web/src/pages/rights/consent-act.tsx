import type { Schemas } from '../../api/client.ts';
import { disposalAct } from '../../text/codes/right-acts.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { CodeField, DayItem, FileItem, TextField } from '../../ui/fields.tsx';
import { useUploaded } from '../../ui/uploaded.ts';

type Consent = Schemas['GiveConsentDto'];

const words = bilingual(
  {
    own: '本单位自行表示同意的，立即生效。',
    declared: '代为声明的，须上传书面文件，并经登记机构核对后才生效。',
    acts: '同意的处分',
    until: '同意的有效期',
    basis: '依据',
    file: '书面文件',
    said: '已记下。',
  },
  {
    own: 'Your own consent works at once.',
    declared: 'Declared for others it needs the paper, and works once the office has checked it.',
    acts: 'To which acts',
    until: 'Until',
    basis: 'Basis',
    file: 'The paper',
    said: 'Kept.',
  },
);

/** A consent to acts about a right: one's own, or declared for somebody by the paper he signed. */
export function ConsentAct(props: {
  readonly button: string;
  readonly about?: string;
  readonly rightId: string;
  readonly declaring: boolean;
  readonly work: (body: Consent) => Promise<unknown>;
}) {
  const t = useWords(words);
  const { button, about, rightId, declaring, work } = props;
  const upload = useUploaded({ subjectKind: 'right', subjectId: rightId }, 'paperConsent');
  return (
    <FormAct<Omit<Consent, 'evidenceId'> & { file?: File }>
      button={button}
      about={about}
      said={t.said}
      work={async ({ file, ...body }) => {
        const evidenceId = await upload(file);
        return work({ ...body, ...(evidenceId && { evidenceId }) });
      }}
    >
      <p>{declaring ? t.declared : t.own}</p>
      <CodeField name="acts" label={t.acts} codes={disposalAct} many />
      <DayItem name="validUntil" label={t.until} optional />
      <TextField name="basis" label={t.basis} />
      {declaring && <FileItem name="file" label={t.file} />}
    </FormAct>
  );
}
