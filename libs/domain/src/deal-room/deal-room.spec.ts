import fc from 'fast-check';
import { firstBrokenEntry, type DealEntry } from './deal-room.js';

const hashOf = (content: unknown): string => JSON.stringify(content);
const at = new Date('2026-11-23T02:00:00Z');

function chain(notes: readonly string[]): DealEntry[] {
  const entries: DealEntry[] = [];
  for (const [index, text] of notes.entries()) {
    const content = {
      id: `entry-${index}`,
      dealId: 'deal',
      serial: index + 1,
      kind: 'note' as const,
      organizationId: 'buyer',
      personId: 'person',
      at,
      content: { text },
      previousHash: entries.at(-1)?.hash ?? null,
    };
    entries.push({ ...content, hash: hashOf(content) });
  }
  return entries;
}

const notes = fc.array(fc.string(), { minLength: 2, maxLength: 12 });

describe('log of a negotiation', () => {
  it('is whole as it was written', () => {
    fc.assert(fc.property(notes, (given) => expect(firstBrokenEntry(chain(given), hashOf)).toBeNull()));
  });

  it('shows the first entry that was changed, left out or moved', () => {
    fc.assert(
      fc.property(notes, fc.nat(), (given, drawn) => {
        const whole = chain(given);
        const index = drawn % whole.length;
        const changed = whole.map((entry, at_) =>
          at_ === index ? { ...entry, content: { text: '改过' + String(drawn) } } : entry,
        );
        expect(firstBrokenEntry(changed, hashOf)).toBe(index + 1);
        const last = index === whole.length - 1;
        const without = whole.filter((_entry, at_) => at_ !== index);
        expect(firstBrokenEntry(without, hashOf)).toBe(last ? null : index + 1);
        const turned = [...whole].reverse();
        expect(firstBrokenEntry(turned, hashOf)).toBe(1);
      }),
    );
  });
});
