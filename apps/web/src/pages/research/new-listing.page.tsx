import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { pricingMethod } from '../../text/codes/achievement.codes.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { AchievementField } from './achievement-choice.tsx';

type Draft = Schemas['CreateListingDto'];

const words = bilingual(
  {
    title: '起草挂牌',
    mine: '本单位的挂牌',
    terms: '怎样出让',
    method: '定价方式',
    methodHelp: '国家设立的研发机构、高等院校必须选择。协议定价的须公示；挂牌交易和拍卖随竞价公告公开。',
    mode: '转化方式',
    modeMissing: '请选择转化方式。',
    price: '拟交易价格（元）',
    priceHelp: '高校和科研院所必须写明；其他单位不填为面议。',
    priceWrong: '应为元，至多两位小数，例如 1200000。',
    related: '拟受让方与完成人有关联关系（将随公示公开）',
    days: '公示日数',
    daysHelp: '不填为法定日数；少于法定日数时按法定日数。',
    until: '挂牌有效期至',
    submit: '保存挂牌',
  },
  {
    title: 'Draft a listing',
    mine: 'Our listings',
    terms: 'Terms',
    method: 'Pricing',
    methodHelp: 'Public units must choose. A negotiated price is put under notice.',
    mode: 'Transfer by',
    modeMissing: 'Choose how it is transferred.',
    price: 'Price (yuan)',
    priceHelp: 'Public units must state it; empty means negotiable.',
    priceWrong: 'Yuan with at most two decimals, e.g. 1200000.',
    related: 'The buyer is related to an inventor (shown in the notice)',
    days: 'Days of notice',
    daysHelp: 'Empty: as the law says; never fewer.',
    until: 'Valid until (optional)',
    submit: 'Save the listing',
  },
);

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [methods, modes] = [useChoices(pricingMethod), useChoices(transferMode)];
  const create = api.useMutation('post', '/v1/listings');
  const save = async (body: Draft): Promise<void> => {
    const made = await create.mutateAsync({ body: filled(body) });
    await navigate(`/workbench/listings/${made.id}`);
  };
  return (
    <Page title={t.title} crumbs={[{ title: t.mine, to: '/workbench/listings' }]}>
      <div className="narrow">
        <Section title={t.terms}>
          <ApiForm<Draft>
            submit={t.submit}
            draftKey="listing"
            initial={{ achievementId: params.get('achievement') ?? undefined, pricingMethod: 'negotiated' }}
            onSubmit={save}
          >
            <AchievementField only={(state) => state === 'registered' || state === 'published'} />
            <Form.Item name="pricingMethod" label={t.method} extra={t.methodHelp}>
              <Select options={methods} allowClear />
            </Form.Item>
            <Form.Item name="transferMode" label={t.mode} rules={[{ required: true, message: t.modeMissing }]}>
              <Select options={modes} />
            </Form.Item>
            <Form.Item
              name="priceYuan"
              label={t.price}
              extra={t.priceHelp}
              rules={[{ pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.priceWrong }]}
            >
              <Input inputMode="decimal" />
            </Form.Item>
            <Form.Item name="relatedParty" valuePropName="checked">
              <Checkbox>{t.related}</Checkbox>
            </Form.Item>
            <Form.Item name="noticeDays" label={t.days} extra={t.daysHelp}>
              <InputNumber min={1} max={60} precision={0} controls={false} />
            </Form.Item>
            <Form.Item name="validUntil" label={t.until}>
              <DayField />
            </Form.Item>
          </ApiForm>
        </Section>
      </div>
    </Page>
  );
}
