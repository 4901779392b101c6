import { useState } from 'react';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { policyScheme } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import './public.css';

type Simulated = Schemas['RewardSimulationView'];
interface Asked {
  readonly scheme: Schemas['SimulateRewardDto']['scheme'];
  readonly contracts: readonly { yuan: string; landed: boolean; relatedParty: boolean }[];
}

const mostContracts = 20;
const words = bilingual(
  {
    scheme: '想申请哪一项',
    contracts: '本年度登记的合同',
    contractsHelp: '填核定技术交易额（登记证明上的数），不是合同总额。',
    contract: (index: number) => `第 ${index} 份合同的核定技术交易额（元）`,
    amountMissing: '请填写金额，例如 8000000 或 8000000.00。',
    landed: '在示范区落地',
    related: '是关联交易',
    add: '再加一份合同',
    drop: '去掉',
    calculate: '试算',
    result: '试算结果',
    amount: '暂计金额',
    total: '合计计入',
    arithmetic: '计算过程',
    basis: '依据',
    source: '来源',
    perContract: '逐份合同',
    number: '合同',
    base: '计入基数',
    reason: '不计入的理由',
    counted: '计入',
    missing: '还差什么',
    short: (yuan: string) => `合计还差 ${yuan} 元才到起计额，目前暂计为零。`,
    rank: (count: number) => `还要申报并经评审进入前 ${count} 名；试算不等于评审结果。`,
    landing: '没有落地的合同，由登记员核实示范区内的实施地点后才计入。',
    relatedNote: '关联交易不计入，没有补办的办法。',
    provisional: '这一项为平台暂行口径，以市科技局公布的为准。',
    registered: '每份合同须已认定登记；没有登记的，先由卖方申请登记。',
    nothing: '从金额上看已经满足。',
    guide: '怎样申请认定登记',
  },
  {
    scheme: 'Which reward',
    contracts: 'Contracts registered this year',
    contractsHelp: 'The verified technology value on the certificate, not the whole price.',
    contract: (index) => `Verified technology value of contract ${index} (yuan)`,
    amountMissing: 'Fill in an amount, e.g. 8000000 or 8000000.00.',
    landed: 'Landed in the zone',
    related: 'Between related parties',
    add: 'One more contract',
    drop: 'Remove',
    calculate: 'Calculate',
    result: 'Result',
    amount: 'Provisional amount',
    total: 'Counted in all',
    arithmetic: 'How',
    basis: 'Basis',
    source: 'Source',
    perContract: 'Contract by contract',
    number: 'Contract',
    base: 'Counted',
    reason: 'Why not',
    counted: 'counted',
    missing: 'What is missing',
    short: (yuan) => `CNY ${yuan} short of the threshold: nothing is due yet.`,
    rank: (count) => `You must still apply and be ranked among the first ${count}.`,
    landing: 'A contract that did not land counts once a registrar has verified a site in the zone.',
    relatedNote: 'Contracts between related parties never count.',
    provisional: 'A provisional reading of the platform; the bureau decides.',
    registered: 'Every contract must be registered first, by its seller.',
    nothing: 'As to the amount, nothing.',
    guide: 'How to register a contract',
  },
);

/** Supposes contracts and says what the policy would give, why, and what is still missing. Nothing is kept. */
export function RewardCalculator() {
  const t = useWords(words);
  const schemes = useChoices(policyScheme);
  const simulate = api.useMutation('post', '/v1/reward-simulations');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [result, setResult] = useState<Simulated | null>(null);
  return (
    <>
      <div className="narrow">
        <ApiForm<Asked>
          initial={{ scheme: 'agencyAward', contracts: [{ yuan: '', landed: true, relatedParty: false }] }}
          submit={t.calculate}
          onSubmit={async (values) => {
            const contracts = values.contracts.map(({ yuan, landed, relatedParty }) => ({
              technologyValueYuan: yuan.trim(),
              landed,
              relatedParty,
            }));
            setResult(await simulate.mutateAsync({ body: { scheme: values.scheme, contracts } }));
            setAsked(values);
          }}
        >
          <Form.Item name="scheme" label={t.scheme}>
            <Select options={schemes} />
          </Form.Item>
          <ContractFields />
        </ApiForm>
      </div>
      <div role="status">{result && asked && <Result result={result} asked={asked} />}</div>
    </>
  );
}

function ContractFields() {
  const t = useWords(words);
  return (
    <fieldset className="calculator">
      <legend>{t.contracts}</legend>
      <p className="fine">{t.contractsHelp}</p>
      <Form.List name="contracts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="calculator-row">
                <Form.Item
                  name={[name, 'yuan']}
                  label={t.contract(name + 1)}
                  rules={[{ required: true, pattern: /^\s*\d{1,13}(\.\d{1,2})?\s*$/, message: t.amountMissing }]}
                >
                  <Input inputMode="decimal" maxLength={18} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'landed']} valuePropName="checked" noStyle>
                  <Checkbox>{t.landed}</Checkbox>
                </Form.Item>
                <Form.Item name={[name, 'relatedParty']} valuePropName="checked" noStyle>
                  <Checkbox>{t.related}</Checkbox>
                </Form.Item>
                {fields.length > 1 && (
                  <Button onClick={() => remove(name)}>
                    {t.drop}
                    <span className="visually-hidden">：{t.contract(name + 1)}</span>
                  </Button>
                )}
              </div>
            ))}
            {fields.length < mostContracts && (
              <Button onClick={() => add({ yuan: '', landed: true, relatedParty: false })}>{t.add}</Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function Result({ result, asked }: { readonly result: Simulated; readonly asked: Asked }) {
  const t = useWords(words);
  const rows = result.contracts.map((contract, index) => ({ ...contract, index }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'number', title: t.number, render: ({ index }) => index + 1 },
    { key: 'base', title: t.base, numeric: true, render: ({ base }) => <Money value={base} /> },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason ?? t.counted },
  ];
  return (
    <>
      <h3>{t.result}</h3>
      <p className="big">
        <Money value={result.amount} />
      </p>
      <Facts
        items={[
          [t.total, <Money key="total" value={result.total} />],
          [t.arithmetic, result.arithmetic],
          [t.basis, result.policy.wording],
          [t.source, result.policy.source],
        ]}
      />
      <h3>{t.missing}</h3>
      <Missing result={result} asked={asked} />
      <h3>{t.perContract}</h3>
      <ListTable
        caption={t.perContract}
        columns={columns}
        rows={rows}
        rowKey={({ index }) => String(index)}
        empty={t.nothing}
      />
    </>
  );
}

function Missing({ result, asked }: { readonly result: Simulated; readonly asked: Asked }) {
  const t = useWords(words);
  const { policy, total } = result;
  const short = BigInt(policy.threshold.fen) - BigInt(total.fen);
  const missing = [
    ...(short > 0n ? [t.short(yuanOf(short))] : [t.nothing]),
    ...(asked.contracts.some(({ landed }) => !landed) ? [t.landing] : []),
    ...(asked.contracts.some(({ relatedParty }) => relatedParty) ? [t.relatedNote] : []),
    t.registered,
    ...(policy.topRanks === null ? [] : [t.rank(policy.topRanks)]),
    ...(policy.standing === 'platform' ? [t.provisional] : []),
  ];
  return (
    <>
      <ul>
        {missing.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <Link to="/guide/researchUnit">{t.guide}</Link>
      </p>
    </>
  );
}

const yuanOf = (fen: bigint): string =>
  `${(fen / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${(fen % 100n).toString().padStart(2, '0')}`;
