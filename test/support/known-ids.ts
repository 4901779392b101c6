/** Ids that a market's answers told of, by the kind of object they name. */
export class KnownIds {
  private readonly byKind = new Map<string, string[]>();
  private readonly serials = new Map<string, number>();
  private static readonly maxOfKind = 80;

  add(kind: string, id: string): void {
    if (!this.serials.has(id)) this.serials.set(id, this.serials.size);
    const ids = this.byKind.get(kind) ?? [];
    this.byKind.set(kind, ids);
    if (ids.includes(id)) return;
    ids.push(id);
    if (ids.length > KnownIds.maxOfKind) ids.splice(0, KnownIds.maxOfKind / 2); // newer ones are rather still in use
  }

  /** Takes every id out of an answer: `id` names the kind that was asked for, `demandId` a demand. */
  collect(kind: string, answer: unknown): void {
    for (const [, name = '', id = ''] of (JSON.stringify(answer) ?? '').matchAll(
      /"(id|\w+Id)":"([0-9a-f]{8}-[0-9a-f-]{27})"/g,
    ))
      if (name !== 'requestId') this.add(name === 'id' ? kind : kindOfName(name), id);
  }

  /** The answer to a request: its `id` is of the path's object, or of the sub-collection that the path ends with. */
  collectAnswer(path: string, answer: unknown): void {
    const template = path.replace(/[?].*/, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\{\w+\}/g, '{id}');
    const part = /\{id\}\/([\w-]+s)$/.exec(template)?.[1];
    if (part !== undefined) this.collect(kindOfCollection(part), answer);
    this.collect(kindOfPath(template), answer);
  }

  of(kind: string): readonly string[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The id that a drawn number chooses: mostly one of the kind, now and then any. */
  at(drawn: number, kind: string): string | undefined {
    const ofKind = this.of(kind);
    const ids = ofKind.length === 0 || drawn % 8 === 0 ? [...this.byKind.values()].flat() : ofKind;
    return ids[Math.floor(drawn / 8) % ids.length];
  }

  /** The text with every known id replaced by the order in which it was met: equal for two runs that do the same. */
  withoutIds(text: string): string {
    return text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, (id) => {
      const serial = this.serials.get(id);
      return serial === undefined ? id : `#${serial}`;
    });
  }
}

/** `demandId` → demand; every organization is one kind, and so is every person. */
export function kindOfName(name: string): string {
  const kind = name.replace(/Ids?$/, '');
  if (/organization$/i.test(kind)) return 'organization';
  return /person$/i.test(kind) ? 'person' : kind;
}

/** `/v1/contract-registrations/{id}` → contractRegistration: of the last collection before `parameter`. */
export function kindOfPath(path: string, parameter = 'id'): string {
  if (parameter !== 'id') return kindOfName(parameter);
  const segments = path.split('/').slice(2);
  const at = segments.indexOf('{id}');
  const collection = at > 0 ? (segments[at - 1] ?? '') : (segments[0] ?? '');
  return kindOfCollection(collection);
}

function kindOfCollection(collection: string): string {
  const singular = collection
    .replace(/ies$/, 'y')
    .replace(/(ch)es$/, '$1')
    .replace(/s$/, '');
  return singular.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
}
