import { Tag } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { financeKind, needState } from '../../text/codes/finance.codes.ts';
import { useSettings } from '../../settings/settings.ts';
import { codeText } from '../../text/codes/codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RadioRow } from '../../ui/rows.tsx';

type Need = Schemas['FinanceNeedView'];

const words = bilingual(
  {
    list: '融资需求',
    amount: '所求金额',
    months: '期限（月）',
    kinds: '可接受的种类',
    any: '不限',
    end: '结束需求',
    outcome: '结果',
    meet: '已满足',
    withdraw: '撤回',
    ended: '已结束。',
    matches: '匹配的产品',
    none: '目前没有已发布的产品。',
    fits: '符合全部硬性条件',
    fitsNot: '有条件不符',
    met: '符合',
    notMet: '不符合',
    apply: '申请这个产品',
    note: '是否放款由金融机构决定。',
  },
  {
    list: 'What we need',
    amount: 'Amount',
    months: 'Months',
    kinds: 'Kinds',
    any: 'Any',
    end: 'End it',
    outcome: 'Outcome',
    meet: 'Met',
    withdraw: 'Withdraw',
    ended: 'Ended.',
    matches: 'Matching products',
    none: 'No product is published at present.',
    fits: 'Meets every hard condition',
    fitsNot: 'Some condition is not met',
    met: 'Met',
    notMet: 'Not met',
    apply: 'Apply for it',
    note: 'The institution decides.',
  },
);

export function Component() {
  const t = useWords(words);
  const { language } = useSettings();
  const { id = '' } = useParams();
  const need = api.useQuery('get', '/v1/finance-needs/{id}', { params: { path: { id } } });
  return (
    <Page
      title={need.data?.purpose ?? t.list}
      crumbs={[{ title: t.list, to: '/workbench/finance-needs' }]}
      actions={need.data?.state === 'open' && <End id={id} />}
    >
      <QueryView query={need}>
        {(shown) => (
          <>
            <Section title={t.list} actions={<StateTag codes={needState} value={shown.state} />}>
              <Facts
                items={[
                  [t.amount, <Money key="amount" value={shown.amount} />],
                  [t.months, shown.months],
                  [t.kinds, shown.kinds.map((kind) => codeText(financeKind, kind, language)).join('、') || t.any],
                ]}
              />
            </Section>
            <Matches need={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function End({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const end = api.useMutation('post', '/v1/finance-needs/{id}/end');
  const options = [
    { value: 'meet', label: t.meet },
    { value: 'withdraw', label: t.withdraw },
  ];
  return (
    <DialogForm<Schemas['EndNeedDto']>
      button={t.end}
      title={t.end}
      onSubmit={(body) => done(end.mutateAsync({ params: { path: { id } }, body }), t.ended)}
    >
      <RadioRow name="outcome" label={t.outcome} options={options} />
    </DialogForm>
  );
}

function Matches({ need }: { readonly need: Need }) {
  const t = useWords(words);
  const matches = api.useQuery('get', '/v1/finance-needs/{id}/matches', { params: { path: { id: need.id } } });
  return (
    <Section title={t.matches}>
      <p className="fine">{t.note}</p>
      <QueryView query={matches}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            <ul className="hits">
              {items.map(({ product, fits, findings }) => (
                <li key={product.id}>
                  <h3>
                    <Link to={`/finance-products/${product.id}`}>{product.title}</Link>
                  </h3>
                  <p className="hit-line">
                    <Tag color={fits ? 'green' : 'orange'}>{fits ? t.fits : t.fitsNot}</Tag>
                    <span>{product.rateText}</span>
                  </p>
                  <ul>
                    {findings.map(({ code, wording, met }) => (
                      <li key={code}>
                        {met ? t.met : t.notMet}：{wording}
                      </li>
                    ))}
                  </ul>
                  {fits && need.state === 'open' && <Apply need={need} product={product} />}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function Apply({ need, product }: { readonly need: Need; readonly product: Schemas['FinanceProductView'] }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const apply = api.useMutation('post', '/v1/finance-applications');
  return (
    <DialogForm
      button={t.apply}
      title={t.apply}
      about={product.title}
      primary
      onSubmit={async () => {
        const made = await apply.mutateAsync({ body: { needId: need.id, productId: product.id } });
        await navigate(`/workbench/finance-applications/${made.id}`);
      }}
    />
  );
}
