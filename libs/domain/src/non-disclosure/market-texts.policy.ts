import type { LocalDate } from '../calendar/local-date.js';

/** A non-disclosure text of the market itself, for owners who have none of their own. Never changed: the next version follows. */
export interface MarketText {
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly title: string;
  readonly body: string;
  /** How long the duty of confidentiality lasts, from the day of acceptance. */
  readonly confidentialMonths: number;
  readonly source: string;
}

/**
 * 民法典 art. 501 binds whoever learns a trade secret while negotiating, contract or not; 反不正当竞争法 (2019) art. 9 says
 * what a trade secret is. The text says the same in plain words and adds the term, which the law leaves to the parties.
 */
export const marketTexts: readonly MarketText[] = [
  {
    version: 1,
    effectiveFrom: '2026-01-01',
    title: '庆阳科技大市场保密协议（示范文本第一版）',
    body: [
      '披露方愿意向接收方展示所列标的不公开的技术资料和商业信息（以下称“保密资料”），供其判断是否合作；接收方同意以下各条后方可查看。',
      '一、接收方对保密资料保密，只用于评估和洽谈本项合作，不自行实施，不据此申请专利或其他权利，不向第三人披露。',
      '二、接收方只让确需知悉的本单位人员查看，并对其行为负责。每次查看由平台记录查看的人员、时间、网络地址和版本，双方均可查阅。',
      '三、接收方能够证明下列信息不属于保密资料：查看前已经公知的；查看前已合法持有的；从无保密义务的第三人合法取得的；自行独立研发的。依法必须向国家机关提供的，应先行告知披露方（法律禁止告知的除外）。',
      '四、保密义务自接受之日起算，至所列期限届满为止；洽谈未成或者披露方停止开放的，义务仍然继续。保密资料属于国家秘密的，不得在平台上传和查看。',
      '五、本协议不转让、不许可任何权利，也不使任何一方负有订立技术合同的义务。',
      '六、违反本协议造成损失的，依照《中华人民共和国民法典》第五百零一条和《中华人民共和国反不正当竞争法》承担责任。',
      '七、由双方有权代表本单位的人员在平台上接受；平台保存全文摘要、时间、网络地址和人员作为凭据。',
    ].join('\n'),
    confidentialMonths: 36,
    source: '《民法典》第五百零一条；《反不正当竞争法》（2019年修正）第九条',
  },
];

/** The market's text in force on a day. */
export function marketTextOn(today: LocalDate): MarketText {
  const found = marketTexts.filter(({ effectiveFrom }) => effectiveFrom <= today).at(-1) ?? marketTexts[0];
  if (!found) throw new Error('the market has no non-disclosure text');
  return found;
}
