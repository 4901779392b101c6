import { api, type Schemas } from '../../api/client.ts';
import { useSettings } from '../../settings/settings.ts';
import { codeText } from '../../text/codes/codes.ts';
import { disposalAct } from '../../text/codes/right-acts.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { CodeField, FileItem, TextField } from '../../ui/fields.tsx';
import { OrganizationField } from '../../ui/organization-field.tsx';
import { Section } from '../../ui/page.tsx';
import { useUploaded } from '../../ui/uploaded.ts';
import { ConsentAct } from './consent-act.tsx';

type Right = Schemas['RightInFullView'];

const words = bilingual(
  {
    title: '共有',
    none: '没有其他共有人。',
    add: '登记共有人',
    unit: '在本平台的单位',
    name: '共有人名称（不在本平台的）',
    agree: '登记共有约定',
    solo: '可由任一共有人单独作的处分（不选为没有约定，依法处理）',
    file: '共有协议',
    agreed: '约定可单独作的处分',
    law: '没有约定：专利可单独以普通许可方式许可他人实施，其他处分须取得全体共有人同意。',
    declare: '代为声明共有人同意',
    noAct: '无',
  },
  {
    title: 'Co-owners',
    none: 'None.',
    add: 'Add a co-owner',
    unit: 'A unit of this market',
    name: 'Name (elsewhere)',
    agree: 'Record their agreement',
    solo: 'What each may do alone (none chosen: as the law says)',
    file: 'The agreement',
    agreed: 'Each may alone',
    law: 'Nothing agreed: a patent may be licensed ordinarily by each; all else needs everybody’s consent.',
    declare: 'Declare a co-owner’s consent',
    noAct: 'nothing',
  },
);

/** Who else owns a right, and what they agreed about disposing of it. */
export function CoOwnership({ right, own }: { readonly right: Right; readonly own: boolean }) {
  const t = useWords(words);
  const { language } = useSettings();
  const { owners, soloActs } = right.coOwnership;
  const consent = api.useMutation('post', '/v1/right-co-owners/{id}/consents');
  return (
    <Section title={t.title} actions={own && <OwnerActs rightId={right.id} />}>
      {owners.length === 0 && <p className="empty">{t.none}</p>}
      <ul className="hits">
        {owners.map(({ id, name }) => (
          <li key={id}>
            <p className="hit-line">{name}</p>
            {own && (
              <ConsentAct
                button={t.declare}
                about={name}
                rightId={right.id}
                declaring
                work={(body) => consent.mutateAsync({ params: { path: { id } }, body })}
              />
            )}
          </li>
        ))}
      </ul>
      {owners.length > 0 && (
        <p>
          {soloActs === null
            ? t.law
            : `${t.agreed}：${soloActs.map((act) => codeText(disposalAct, act, language)).join('、') || t.noAct}`}
        </p>
      )}
    </Section>
  );
}

function OwnerActs({ rightId }: { readonly rightId: string }) {
  const t = useWords(words);
  const params = { path: { id: rightId } };
  const add = api.useMutation('post', '/v1/rights/{id}/co-owners');
  const agree = api.useMutation('post', '/v1/rights/{id}/co-ownership-agreement');
  const upload = useUploaded({ subjectKind: 'right', subjectId: rightId }, 'other');
  return (
    <div className="form-foot">
      <FormAct<Schemas['AddCoOwnerDto']> button={t.add} work={(body) => add.mutateAsync({ params, body })}>
        <OrganizationField name="organizationId" label={t.unit} optional />
        <TextField name="name" label={t.name} max={200} optional />
      </FormAct>
      <FormAct<{ soloActs?: string[]; file: File }>
        button={t.agree}
        work={async ({ soloActs, file }) => {
          const evidenceId = await upload(file);
          const body = { ...(soloActs?.length && { soloActs: soloActs as never }), ...(evidenceId && { evidenceId }) };
          return agree.mutateAsync({ params, body });
        }}
      >
        <CodeField name="soloActs" label={t.solo} codes={disposalAct} many optional />
        <FileItem name="file" label={t.file} />
      </FormAct>
    </div>
  );
}
