import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { financeKind, productState } from '../../text/codes/finance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Product = Schemas['FinanceProductView'];

const words = bilingual(
  {
    list: '科技金融',
    about: '产品',
    by: '金融机构',
    kind: '种类',
    min: '最低金额',
    max: '最高金额',
    months: '最长期限（月）',
    rate: '利率或费率（供参考）',
    conditions: '硬性条件',
    none: '没有硬性条件。',
    cityOnly: '限庆阳市企业',
    leastRegisteredContracts: (n: string) => `已登记技术合同至少 ${n} 项`,
    leastTechnologyValue: (n: string) => `已登记技术交易额至少 ${n} 元`,
    leastFreePatents: (n: string) => `未质押的有效专利至少 ${n} 件`,
    tenantOnly: '限在孵企业',
    need: '登记融资需求并匹配',
    publish: '发布',
    published: '已发布。',
    close: '停办',
    closed: '已停办。',
  },
  {
    list: 'Technology finance',
    about: 'Product',
    by: 'Institution',
    kind: 'Kind',
    min: 'From',
    max: 'To',
    months: 'Months at most',
    rate: 'Rate (for reference)',
    conditions: 'Hard conditions',
    none: 'None.',
    cityOnly: 'Companies of Qingyang only',
    leastRegisteredContracts: (n) => `${n} registered contracts at least`,
    leastTechnologyValue: (n) => `Registered technology value of CNY ${n} at least`,
    leastFreePatents: (n) => `${n} unpledged patents at least`,
    tenantOnly: 'Tenants only',
    need: 'Enter what you need',
    publish: 'Publish',
    published: 'Published.',
    close: 'Close',
    closed: 'Closed.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const product = api.useQuery('get', '/v1/finance-schemes/{id}', { params: { path: { id } } });
  return (
    <Page title={product.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/finance-products' }]}>
      <QueryView query={product}>
        {(shown) => (
          <>
            <Section title={t.about} actions={<StateTag codes={productState} value={shown.state} />}>
              <p className="prose">{shown.description}</p>
              <Facts
                items={[
                  [t.by, <OrganizationName key="by" id={shown.organizationId} />],
                  [t.kind, <Code key="kind" codes={financeKind} value={shown.kind} />],
                  [t.min, <Money key="min" value={shown.min} />],
                  [t.max, <Money key="max" value={shown.max} />],
                  [t.months, shown.longestMonths],
                  [t.rate, shown.rateText],
                ]}
              />
            </Section>
            <Section title={t.conditions}>
              <Conditions product={shown} />
            </Section>
            <div className="form-foot">
              {hasRole(me.data, 'enterprise') && <Link to="/workbench/finance-needs">{t.need}</Link>}
              {me.data?.organizationId === shown.organizationId && <Steps product={shown} />}
            </div>
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** The conditions in the words they were set in; a kind this portal does not know is shown as it is. */
function Conditions({ product }: { readonly product: Product }) {
  const t = useWords(words);
  const entries = Object.entries(product.conditions).filter(([, value]) => value !== null && value !== false);
  if (entries.length === 0) return <p>{t.none}</p>;
  const textOf = (name: string, value: string): string => {
    if (name === 'cityOnly') return t.cityOnly;
    if (name === 'tenantOnly') return t.tenantOnly;
    if (name === 'leastRegisteredContracts') return t.leastRegisteredContracts(value);
    if (name.startsWith('leastTechnologyValue')) return t.leastTechnologyValue(value);
    if (name === 'leastFreePatents') return t.leastFreePatents(value);
    return `${name}：${value}`;
  };
  return (
    <ul>
      {entries.map(([name, value]) => (
        <li key={name}>{textOf(name, valueText(value))}</li>
      ))}
    </ul>
  );
}

function valueText(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'yuan' in value) return String(value.yuan);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function Steps({ product }: { readonly product: Product }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: product.id } };
  const publish = api.useMutation('post', '/v1/finance-schemes/{id}/publication');
  const close = api.useMutation('post', '/v1/finance-schemes/{id}/closure');
  return (
    <>
      {product.state === 'draft' && (
        <DialogForm
          button={t.publish}
          title={t.publish}
          primary
          onSubmit={() => done(publish.mutateAsync({ params }), t.published)}
        />
      )}
      {product.state === 'published' && (
        <DialogForm button={t.close} title={t.close} onSubmit={() => done(close.mutateAsync({ params }), t.closed)} />
      )}
    </>
  );
}
