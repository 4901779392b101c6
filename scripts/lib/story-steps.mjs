// The main job of the market as one list of steps over HTTP: from disclosure to reward and audit. Played by `npm run story`
// against a running market, and by test/e2e/story.spec.ts in process. A step that is not as expected throws.
import { certify, receive, report } from './story-papers.mjs';
import { addDays, must, same, until } from './story-tools.mjs';

/** Amounts in 元. 技术交易额 = 12,000,000 − 1,500,000; the samples are carriers in a reasonable quantity and stay in. */
const amounts = {
  listed: '12000000.00',
  firstOffer: '11000000.00',
  equipment: '1500000.00',
  samples: '200000.00',
  technology: '10500000.00',
  firstInstalment: '7000000.00',
  lastInstalment: '5000000.00',
};

/**
 * @param {object} market
 * @param {Record<string, import('./story-steps.d.mts').StoryCaller>} market.people
 * @param {(date: string) => Promise<void>} market.moveTo moves the market's clock to the morning of a day
 * @param {() => Promise<string>} market.today the market's day
 * @param {(line: string) => void} market.say
 * @param {string} market.run suffix that tells one run from the next
 */
export async function playStory(market) {
  const { say } = market;
  const story = { ...market, step: 0, title: (text) => say(`\n${(story.step += 1)}. ${text}`) };
  const listing = await disclose(story);
  const match = await need(story, listing);
  const mandates = await mandate(story, match);
  const introduction = await introduce(story, match, mandates);
  const deal = await negotiate(story, introduction, listing);
  const contract = await draft(story, deal);
  await signingRefused(story, contract);
  const signed = await sign(story, contract, listing, match);
  await receive(story, signed, mandates);
  const registration = await register(story, signed);
  await certify(story, registration);
  const accruals = await rewards(story, registration);
  await report(story, registration);
  const audit = await verify(story, [
    ['contract', signed.id],
    ['contractRegistration', registration.id],
  ]);
  return { listing, match, introduction, deal, contract: signed, registration, accruals, audit };
}

async function disclose({ people, say, title, run }) {
  title('高校披露职务科技成果，入库，发布，协议定价挂牌并公示');
  const created = await people.seller.post('/v1/achievements', 201, {
    title: `湖羊羔羊早期断奶代乳料配方及饲喂技术（${run}）`,
    summary: '以本地饲草与乳清粉配制羔羊代乳料，配套断奶饲喂规程，羔羊 35 日龄断奶成活率由 88% 提高到 96%。',
    detail: '配方与工艺参数（示例内容）。',
    field: '农业',
    keywords: ['湖羊', '代乳料', '早期断奶'],
    readinessLevel: 8,
    countyCode: '621022',
    transferModes: ['transfer'],
    priceYuan: amounts.listed,
    externalKey: `story-${run}`,
    inventors: [
      { name: '示例完成人甲', shareBasisPoints: 6000 },
      { name: '示例完成人乙', shareBasisPoints: 4000 },
    ],
  });
  say(`   披露成果 ${created.id}：${created.title}`);
  const registered = await people.seller.post(`/v1/achievements/${created.id}/registration`, 201, { kind: 'applied' });
  same(registered.state, 'registered', '成果状态');
  say('   已入库（应用技术）；成果登记号由科技主管部门审核后编发');
  const published = await people.seller.post(`/v1/achievements/${created.id}/publication`, 201);
  same(published.state, 'published', '成果状态');
  const drafted = await people.seller.post('/v1/listings', 201, {
    achievementId: created.id,
    pricingMethod: 'negotiated',
    transferMode: 'transfer',
    priceYuan: amounts.listed,
  });
  const listing = await people.seller.post(`/v1/listings/${drafted.id}/publication`, 201);
  same(listing.state, 'underNotice', '挂牌状态');
  const notice = await people.seller.get(`/v1/public-notices/${listing.noticeId}`);
  say(`   挂牌 ${listing.id}，协议定价 ${listing.price.yuan} 元`);
  say(`   公示 ${notice.id}：自 ${notice.postedOn} 起 ${notice.days} 日，至 ${notice.lastDay} 24:00`);
  if (notice.provisional) say(`   ${notice.lastDayNote}`);
  const refused = await people.seller.get(`/v1/listings/${listing.id}/signability`, 409);
  same(refused.code, 'publicNotice.stillRunning', '公示期内签约的答复');
  say(`   公示期内不能签约：${refused.detail}`);
  return { ...listing, notice };
}

async function need({ people, say, title, run }, listing) {
  title('县区企业发布技术需求，系统自动撮合并说明理由');
  const demand = await people.buyer.post('/v1/demands', 201, {
    title: `羔羊早期断奶死亡率偏高，求代乳料与饲喂方案（${run}）`,
    summary: '存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望用代乳料和断奶饲喂技术降到 5% 以下。',
    field: '农业',
    countyCode: '621022',
    budgetYuan: '13000000.00',
    externalKey: `story-${run}`,
  });
  const started = Date.now();
  await people.buyer.post(`/v1/demands/${demand.id}/publication`, 201);
  const match = await until('撮合结果', async () => {
    const { items } = await people.buyer.get(`/v1/demands/${demand.id}/matches`);
    return items.find((item) => item.achievementId === listing.achievementId);
  });
  say(`   需求 ${demand.id}`);
  say(`   撮合 ${match.id}：${match.score} 分，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒`);
  say(`   ${match.summary}`);
  say(`   得分构成：${match.signals.map((signal) => `${signal.title} ${signal.points}`).join('，')}`);
  if (match.agreements.length === 0) throw new Error('撮合没有说明理由');
  return match;
}

async function mandate({ people, say, title, today }, match) {
  title('技术经纪人取得双方委托（双方书面同意双方代理）');
  const expiresOn = addDays(await today(), 180);
  const terms = { matchId: match.id, exclusive: false, expiresOn, tailDays: 180 };
  const fee = { kind: 'percent', basisPoints: 100, base: 'technologyValue' };
  const demandSide = { ...terms, fee, subject: { kind: 'demand', id: match.demandId } };
  const first = await people.broker.post('/v1/mandates', 201, demandSide);
  await people.buyer.post(`/v1/mandates/${first.id}/acceptance`, 201);
  say(`   需方委托 ${first.id}：佣金为技术交易额的 1%，至 ${first.expiresOn}，尾款期至 ${first.tailEndsOn}`);
  const achievementSide = { ...terms, fee, subject: { kind: 'achievement', id: match.achievementId } };
  const refused = await people.broker.post('/v1/mandates', 422, achievementSide);
  same(refused.code, 'mandate.dualConsentMissing', '未经双方同意的双方代理');
  say(`   代理第二方被拒：${refused.detail}`);
  const consent = {
    matchId: match.id,
    agencyOrganizationId: first.agencyOrganizationId,
    statement: '我单位知悉该机构同时接受对方委托，同意其为双方提供中介服务，并如实向双方报告订约事项。',
  };
  await people.buyer.post('/v1/dual-agency-consents', 201, consent);
  await people.seller.post('/v1/dual-agency-consents', 201, consent);
  const second = await people.broker.post('/v1/mandates', 201, achievementSide);
  await people.seller.post(`/v1/mandates/${second.id}/acceptance`, 201);
  say(`   双方书面同意后，供方委托 ${second.id}`);
  return [first, second];
}

async function introduce({ people, say, title }, match, mandates) {
  title('经纪人引荐，双方接受，交换联系方式');
  const made = await people.broker.post('/v1/introductions', 201, {
    matchId: match.id,
    message: '贵方的羔羊断奶难题与该成果的代乳料方案相符，建议双方洽谈。',
  });
  same(made.introducer.mandateIds.length, mandates.length, '引荐所依据的委托数');
  const path = `/v1/introductions/${made.id}`;
  const half = await people.buyer.post(`${path}/acceptances`, 201, { contact: '示例企业 王经理 0934-4420000' });
  same(half.state, 'proposed', '一方接受后的引荐状态');
  const whole = await people.seller.post(`${path}/acceptances`, 201, { contact: '示例大学技术转移中心 0934-8630000' });
  same(whole.state, 'accepted', '双方接受后的引荐状态');
  const seen = await people.buyer.get(path);
  const broker = await people.broker.get(path);
  if (seen.acceptances.some((acceptance) => acceptance.contact === null)) throw new Error('双方接受后仍看不到联系方式');
  if (broker.acceptances.some((acceptance) => acceptance.contact !== null)) throw new Error('经纪人看到了联系方式');
  say(`   引荐 ${made.id}：${seen.acceptances.map((acceptance) => acceptance.contact).join(' ⇄ ')}`);
  return whole;
}

async function negotiate({ people, say, title }, introduction, listing) {
  title('双方洽谈：报价、还价、达成一致');
  const deal = await people.buyer.post('/v1/deals', 201, { introductionId: introduction.id, listingId: listing.id });
  const path = `/v1/deals/${deal.id}`;
  const terms = '一次总算、分两期支付；含配制设备一套和首批样品，培训饲养员两批。';
  await people.buyer.post(`${path}/offers`, 201, { priceYuan: amounts.firstOffer, mode: 'transfer', terms });
  const counter = await people.seller.post(`${path}/offers`, 201, {
    priceYuan: amounts.listed,
    mode: 'transfer',
    terms,
  });
  const agreed = await people.buyer.post(`${path}/agreement`, 201, { serial: counter.serial });
  same(agreed.state, 'agreed', '洽谈状态');
  const chain = await people.broker.get(`${path}/offers`);
  same(chain.whole, true, '报价链');
  say(`   洽谈 ${deal.id}：${chain.items.map((offer) => `第 ${offer.serial} 次 ${offer.price.yuan} 元`).join(' → ')}`);
  say(`   报价链完整，末条摘要 ${counter.hash.slice(0, 16)}…`);
  return agreed;
}

async function draft({ people, say, title, today }, deal) {
  title('起草技术转让合同，金额分项');
  const contract = await people.seller.post('/v1/contracts', 201, {
    dealId: deal.id,
    title: '羔羊早期断奶代乳料配方技术转让',
    type: 'transfer',
    subType: 'technicalSecret',
    contractValueYuan: amounts.listed,
    nonTechnologyItems: [
      { kind: 'equipment', amountYuan: amounts.equipment, withinReasonableCarrier: false },
      { kind: 'rawMaterial', amountYuan: amounts.samples, withinReasonableCarrier: true },
    ],
    payment: {
      manner: 'instalments',
      instalments: [
        { amountYuan: amounts.firstInstalment, condition: '合同生效后三十日内' },
        { amountYuan: amounts.lastInstalment, condition: '验收合格后三十日内' },
      ],
    },
    classification: { technologyField: '09', planCategory: '90', socioEconomicGoal: '09', industry: 'A' },
    clauses: [{ kind: 'acceptance', text: '按双方确认的技术指标由买方组织验收，验收期为三十日。' }],
    validUntil: addDays(await today(), 3 * 365),
    expectedInvestmentYuan: '300000',
    expectedOutputYuan: '5000000',
  });
  same(contract.declaredTechnologyValue.yuan, amounts.technology, '技术交易额');
  same(contract.brokerage.length, 1, '合同记载的经纪人数');
  say(`   合同 ${contract.id}：成交总额 ${contract.contractValue.yuan} 元`);
  say(`   其中设备 ${amounts.equipment} 元扣除，样品 ${amounts.samples} 元在合理数量内不扣`);
  say(`   技术交易额 ${contract.declaredTechnologyValue.yuan} 元；文本摘要 ${contract.textHash.slice(0, 16)}…`);
  for (const party of contract.parties)
    say(`   ${party.role === 'seller' ? '卖方' : '买方'} ${party.name}（${party.creditCode}）`);
  const clauses = await people.seller.get(`/v1/contracts/${contract.id}/clause-check`);
  say(`   条款预检：${clauses.findings.length} 处需要留意（${clauses.note}）`);
  return contract;
}

async function signingRefused({ people, say, title }, { id, textHash }) {
  title('公示期未满，签署被拒');
  const refused = await people.seller.post(`/v1/contracts/${id}/signatures`, 409, { textHash });
  same(refused.code, 'publicNotice.stillRunning', '公示期内签署的答复');
  say(`   ${refused.title}：${refused.detail}`);
}

async function sign({ people, say, title, moveTo, today }, { id, textHash }, listing, match) {
  title('系统管理员拨动演示时钟，公示期满，双方签署');
  await moveTo(addDays(listing.notice.lastDay, 1));
  say(`   市场日期 ${await today()}`);
  await until('公示结束', async () => {
    const notice = await people.seller.get(`/v1/public-notices/${listing.notice.id}`);
    return notice.state === 'ended';
  });
  say('   公示期满无异议，自动结束');
  const half = await people.seller.post(`/v1/contracts/${id}/signatures`, 201, { textHash });
  same(half.state, 'signing', '一方签署后的合同状态');
  const signed = await people.buyer.post(`/v1/contracts/${id}/signatures`, 201, { textHash });
  same(signed.state, 'effective', '双方签署后的合同状态');
  const sold = await people.buyer.get(`/v1/listings/${listing.id}`);
  same(sold.state, 'sold', '挂牌状态');
  const need = await people.buyer.get(`/v1/demands/${match.demandId}`);
  same(need.state, 'met', '需求状态');
  say(`   合同于 ${signed.signedOn} 签订、${signed.effectiveOn} 生效；挂牌已成交，需求已满足`);
  return signed;
}

async function register({ people, say, title }, contract) {
  title('卖方申请认定登记；登记员要求补正、认定，第二人复核');
  const landing = {
    countyCode: '621022',
    site: '环县曲子镇示范基地',
    evidence: ['实施方案第三条：在环县曲子镇实施'],
  };
  const precheck = await people.seller.post(`/v1/contracts/${contract.id}/registration-precheck`, 200, { landing });
  same(precheck.ready, true, `登记预审（${precheck.findings.map((finding) => finding.text).join('')}）`);
  say(`   登记预审：可以申请，提示 ${precheck.findings.length} 项`);
  const filed = await people.seller.post('/v1/contract-registrations', 201, { contractId: contract.id, landing });
  const path = `/v1/contract-registrations/${filed.id}`;
  const accepted = await people.registrar.post(`${path}/acceptance`, 201, {});
  say(`   申请 ${filed.id}，${accepted.acceptedOn} 受理，${due(accepted)}（${accepted.ruleSet.title}）`);
  await people.registrar.post(`${path}/supplement-requests`, 201, { request: '请补充技术秘密清单。' });
  const supplied = await people.seller.post(`${path}/supplements`, 201, {
    note: '已补充技术秘密清单。',
    documents: ['技术秘密清单（示例）'],
  });
  say(`   补正后期限重新起算：${supplied.acceptedOn} 起，${due(supplied)}`);
  const determined = await people.registrar.post(`${path}/determination`, 201, {
    verifiedTechnologyValueYuan: amounts.technology,
    type: 'transfer',
    landingConfirmed: true,
  });
  let registration = determined;
  if (determined.state !== 'registered') {
    say('   大额合同，由第二人复核');
    registration = await people.reviewer.post(`${path}/second-review`, 201, { decision: 'approve' });
  }
  same(registration.state, 'registered', '登记状态');
  say(`   登记编号 ${must(registration.registrationNumber, /^\d{16}$/, '登记编号')}`);
  say(`   核定技术交易额 ${registration.verifiedTechnologyValue.yuan} 元`);
  const certificate = await people.seller.get(`${path}/certificate`);
  say(`   登记证明核验码 ${must(certificate.content.verificationCode, /^\S{8,}$/, '登记证明核验码')}`);
  return { ...registration, certificate };
}

/** A term that runs into a year whose holidays are not announced has no last day yet. */
const due = ({ dueOn, dueNote }) => (dueOn === null ? dueNote : `${dueOn} 前办结`);

async function rewards({ people, say, title }, registration) {
  title('经纪人与服务机构的奖补按 1‰ 计提');
  const accruals = await until('奖补计提', async () => {
    const { items } = await people.broker.get('/v1/reward-accruals?limit=100');
    const details = await Promise.all(items.map((item) => people.broker.get(`/v1/reward-accruals/${item.id}`)));
    const ours = details.filter((detail) => entryOf(detail, registration));
    const kinds = new Set(ours.map((detail) => detail.beneficiaryKind));
    return kinds.has('organization') && kinds.has('person') ? ours : null;
  });
  for (const accrual of accruals) {
    const { policy } = accrual;
    const entry = entryOf(accrual, registration);
    if (entry.outcome !== 'counted') throw new Error(`${policy.title}未计入：${entry.reason}`);
    say(
      `   ${policy.title}（${policy.rate}，起计 ${policy.threshold.yuan} 元，每年上限 ${policy.capPerYear.yuan} 元）`,
    );
    say(
      `     计入 ${entry.base.yuan} 元，年度合计 ${accrual.total.yuan} 元，本次 ${entry.increment.yuan} 元，暂计 ${accrual.provisionalAmount.yuan} 元`,
    );
    say(`     ${accrual.arithmetic}`);
    same(accrual.thresholdReached, true, '是否达到起计额');
    if (BigInt(accrual.provisionalAmount.fen) > BigInt(policy.capPerYear.fen)) throw new Error('暂计金额超过上限');
  }
  return accruals;
}

const entryOf = (accrual, registration) => accrual.entries.find((entry) => entry.registrationId === registration.id);

async function verify({ people, say, title }, subjects) {
  title('审计员阅读全部记录并核验审计链');
  const records = [];
  for (const [kind, id] of subjects) {
    const items = await until('封存的审计记录', async () => {
      const page = await people.auditor.get(`/v1/audit-records?subjectKind=${kind}&subjectId=${id}&limit=100`);
      return page.items.length > 0 && page.items.every((item) => item.sequence !== null) ? page.items : null;
    });
    records.push(...items.reverse());
  }
  for (const record of records) {
    say(`   #${record.sequence} ${record.at} ${record.action} ${record.fromState ?? '—'} → ${record.toState ?? '—'}`);
  }
  const chain = await verifyChain(people.auditor);
  say(`   审计链核验通过：${chain.checked} 条，链头 ${chain.head.head.slice(0, 16)}…`);
  return { records, chain };
}

/** Reads the report section after section until the end of the chain. */
async function verifyChain(auditor) {
  let checked = 0;
  for (let from = 1; ;) {
    const report = await auditor.get(`/v1/audit-chain/verification?from=${from}`);
    if (!report.sound) throw new Error(`审计链异常：${JSON.stringify(report.fault)}`);
    checked += report.checked;
    if (report.nextFrom === null || report.nextFrom === from || report.checked === 0) return { ...report, checked };
    from = report.nextFrom;
  }
}
