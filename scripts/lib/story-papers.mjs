// Steps of the story about money that comes in and papers that go out: receipt and commission, certificate, statistics.
import { must, same, until } from './story-tools.mjs';

export async function receive({ people, say, title, today }, contract, mandates) {
  title('首期价款到账，经纪机构的佣金随之到期');
  const amountYuan = '7000000.00';
  const receipt = await people.seller.post(`/v1/contracts/${contract.id}/receipts`, 201, {
    receivedOn: await today(),
    amountYuan,
    kind: 'instalment',
    reference: `HD-${contract.id.slice(-8)}`,
    evidence: '银行回单（示例）',
  });
  const income = await people.seller.get(`/v1/contracts/${contract.id}/income`);
  same(income.income.yuan, amountYuan, '到账的技术性收入');
  say(`   凭证 ${receipt.reference}：${receipt.amount.yuan} 元，累计技术性收入 ${income.income.yuan} 元`);
  for (const mandate of mandates) {
    const { items } = await people.broker.get(`/v1/mandates/${mandate.id}/commission`);
    const commission = items.find((item) => item.contractId === contract.id);
    if (!commission || commission.due.fen === '0') throw new Error(`委托 ${mandate.id} 没有到期的佣金`);
    say(`   委托 ${mandate.id}：已到期佣金 ${commission.due.yuan} 元；${commission.reasons.join('')}`);
  }
}

/** The certificate as a file, checked by a process that knows nothing of the market but its published keys. */
export async function certify({ people, say, title, verifyOffline }, registration) {
  title('下载登记证明 PDF，离线核验');
  const page = await people.buyer.get(`/v1/certificates/${registration.certificate.content.verificationCode}`);
  same(page.state, 'valid', '公开核验的结果');
  say(`   公开核验：${page.registrationNumber}，${page.sellers.join('、')}（部分隐去），有效`);
  if (!verifyOffline) return;
  const path = `/v1/contract-registrations/${registration.id}/certificate.pdf`;
  const { bytes, text } = await verifyOffline(people.buyer, path);
  must(text, /10500000\.00/, '离线核验的结果');
  say(`   ${bytes} 字节；${text.trim().split('\n').join('\n   ')}`);
}

export async function report({ people, say, title, today }, registration) {
  title('登记进入统计台账和季度报表');
  const number = registration.registrationNumber;
  const entry = await until('登记台账', async () => {
    const { items } = await people.registrar.get(`/v1/registration-entries?number=${number}`);
    return items[0];
  });
  same(entry.technologyValue.fen, registration.verifiedTechnologyValue.fen, '台账的技术交易额');
  const day = await today();
  const period = `${number.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const { tables } = await people.registrar.get(`/v1/statistics?period=${period}&dimension=type`);
  const [types] = tables;
  say(`   台账 ${entry.registrationNumber}：${entry.title}，技术性收入 ${entry.technologyIncome.yuan} 元`);
  for (const row of types.rows) {
    say(`   ${period} ${row.name}：${row.current.count} 项，技术交易额 ${row.current.technologyValue.yuan} 元`);
  }
  const ours = types.rows.find((row) => row.key === 'transfer');
  if (!ours || BigInt(ours.current.technologyValue.fen) < BigInt(entry.technologyValue.fen)) {
    throw new Error('报表没有计入这份合同');
  }
}
