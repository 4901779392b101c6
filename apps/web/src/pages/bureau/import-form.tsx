import { useId, useState } from 'react';
import { Button, Checkbox, Radio } from 'antd';
import { useNavigate } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { importKind } from '../../text/codes/work.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useChoices } from '../../ui/code.tsx';
import { hasRole, type Role } from '../../ui/me.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

type Kind = Schemas['ImportView']['kind'];

const words = bilingual(
  {
    kind: '导入什么',
    template: '空白模板',
    templateHelp: '首行是列名，中英文都认得；不需要的列可以删去。',
    xlsx: '下载 Excel 模板',
    csv: '下载 CSV 模板',
    file: '选择文件，或把文件拖到这里',
    fileHelp: 'CSV、Excel（.xlsx）或 JSON Lines；至多 32 MiB、50,000 行。长编号请设为文本格式。',
    chosen: (name: string, kib: number) => `已选：${name}（${kib} KiB）`,
    fileMissing: '请先选择文件。',
    typeWrong: '只认 .csv、.xlsx、.jsonl 文件，请另存为其中一种。',
    tooLarge: '文件超过 32 MiB，请分成几个。',
    dryRun: '先试运行：只报告每行的结果，不写入',
    publish: '导入后即发布',
    submitTrial: '开始试运行',
    submit: '开始导入',
  },
  {
    kind: 'What to import',
    template: 'Empty template',
    templateHelp: 'The first row names the columns, in Chinese or English; drop those you do not need.',
    xlsx: 'Download the Excel template',
    csv: 'Download the CSV template',
    file: 'Choose a file, or drop it here',
    fileHelp: 'CSV, Excel (.xlsx) or JSON Lines; at most 32 MiB and 50,000 rows. Keep long numbers as text.',
    chosen: (name, kib) => `Chosen: ${name} (${kib} KiB)`,
    fileMissing: 'Choose a file first.',
    typeWrong: 'Only .csv, .xlsx and .jsonl are read; save it as one of them.',
    tooLarge: 'The file is larger than 32 MiB; split it.',
    dryRun: 'Try it first: report on every row, write nothing',
    publish: 'Publish what is imported',
    submitTrial: 'Start the dry run',
    submit: 'Start the import',
  },
);

/** Who may bring in what, as the API has it. */
const importers: Readonly<Record<Kind, readonly Role[]>> = {
  achievements: ['enterprise', 'researchUnit'],
  demands: ['enterprise', 'researchUnit', 'broker', 'countyOfficer'],
  registrations: ['registrar'],
  achievementRegister: ['registrar'],
};

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
};
const maxBytes = 32 * 1024 * 1024;
const mediaTypeOf = (file: File): string | undefined => mediaTypes[file.name.split('.').at(-1)?.toLowerCase() ?? ''];

export function ImportForm({ me }: { readonly me: Schemas['MeView'] }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const kinds = useChoices(importKind).filter(({ value }) => hasRole(me, ...importers[value as Kind]));
  const [kind, setKind] = useState(kinds[0]?.value as Kind | undefined);
  const [file, setFile] = useState<File | null>(null);
  const [dryRun, setDryRun] = useState(true);
  const [publish, setPublish] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const start = api.useMutation('post', '/v1/imports');
  const publishable = kind === 'achievements' || kind === 'demands';
  if (kind === undefined) return null;

  const choose = (chosen: File | undefined): void => {
    start.reset();
    setFile(chosen ?? null);
    setFault(null);
    if (chosen && mediaTypeOf(chosen) === undefined) setFault(t.typeWrong);
    else if (chosen && chosen.size > maxBytes) setFault(t.tooLarge);
  };
  const send = async (): Promise<void> => {
    const mediaType = file && mediaTypeOf(file);
    if (!file || !mediaType || file.size > maxBytes) {
      setFault(fault ?? t.fileMissing);
      document.getElementById('import-file')?.focus();
      return;
    }
    const query = {
      kind,
      dryRun: dryRun ? 'true' : 'false',
      publish: publishable && publish ? 'true' : 'false',
    } as const;
    const begun = await start.mutateAsync({
      params: { query },
      body: file as never, // the file as it is: the API reads it by its media type
      bodySerializer: (body: unknown) => body as never,
      headers: { 'content-type': mediaType },
    });
    void navigate(`/workbench/imports/${begun.id}`);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send().catch(() => undefined); // shown below
      }}
    >
      <fieldset className="facet">
        <legend>{t.kind}</legend>
        <Radio.Group options={kinds} value={kind} onChange={({ target }) => setKind(target.value as Kind)} />
      </fieldset>
      <h3>{t.template}</h3>
      <p className="fine">{t.templateHelp}</p>
      <div className="form-foot">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            onClick={() =>
              void download(`/v1/import-templates?kind=${kind}&format=${format}`, `template-${kind}.${format}`)
            }
          >
            {t[format]}
          </Button>
        ))}
      </div>
      <FileDrop file={file} fault={fault} onChoose={choose} />
      <p>
        <Checkbox checked={dryRun} onChange={({ target }) => setDryRun(target.checked)}>
          {t.dryRun}
        </Checkbox>
      </p>
      {publishable && (
        <p>
          <Checkbox checked={publish} onChange={({ target }) => setPublish(target.checked)}>
            {t.publish}
          </Checkbox>
        </p>
      )}
      {start.error !== null && <ProblemNotice error={start.error} />}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {dryRun ? t.submitTrial : t.submit}
        </Button>
      </div>
    </form>
  );
}

/** The browser's own file field, with room around it to drop a file on. */
function FileDrop(props: {
  readonly file: File | null;
  readonly fault: string | null;
  readonly onChoose: (file: File | undefined) => void;
}) {
  const t = useWords(words);
  const help = useId();
  const [over, setOver] = useState(false);
  const { file, fault } = props;
  return (
    <div
      className="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onChoose(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor="import-file">{t.file}</label>
      <input
        id="import-file"
        type="file"
        accept=".csv,.xlsx,.jsonl,.ndjson"
        aria-describedby={help}
        aria-invalid={fault !== null}
        onChange={({ target }) => props.onChoose(target.files?.[0])}
      />
      <div id={help}>
        <p className="fine">{t.fileHelp}</p>
        {file && <p role="status">{t.chosen(file.name, Math.ceil(file.size / 1024))}</p>}
        {fault && <p role="alert">{fault}</p>}
      </div>
    </div>
  );
}
