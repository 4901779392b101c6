// 不能接收推送的单位：从上次的位置读起，逐条处理并记下位置。
import { events, type Market } from '../src/index.js';

export async function follow(
  market: Market,
  place: { load(): Promise<string>; save(next: string): Promise<void> },
  handle: (type: string, subjectId: string) => Promise<void>,
  most = Infinity,
): Promise<void> {
  let handled = 0;
  for await (const { event, next } of events(market, await place.load(), ['demand.publish', 'deal.offer'])) {
    await handle(event.type, event.subject.id);
    await place.save(next);
    if (++handled >= most) return;
  }
}
