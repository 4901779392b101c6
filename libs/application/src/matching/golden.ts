import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYuan, type Fen } from '#domain/money/money.js';
import type { GoldenSet } from '#matching/learn/gate.js';
import type { DescriptionExamples } from '#matching/quality/quality.js';

interface GoldenFile {
  readonly asOf: string;
  readonly achievements: readonly {
    readonly id: string;
    readonly title: string;
    readonly summary: string;
    readonly countyCode: string;
    readonly readinessLevel: number | null;
    readonly priceYuan: string | null;
  }[];
  readonly needs: readonly {
    readonly title: string;
    readonly summary: string;
    readonly countyCode: string;
    readonly budgetYuan: string | null;
    readonly grades: Readonly<Record<string, number>>;
  }[];
}

/** The judged needs that every new model is replayed on before it may rank the market. */
export function readGoldenSet(): GoldenSet & { readonly asOf: Date } {
  const file = read<GoldenFile>('golden.json');
  return {
    asOf: new Date(`${file.asOf}T00:00:00Z`),
    offers: file.achievements.map(({ priceYuan, ...achievement }) => ({
      ...achievement,
      organizationId: 'offering',
      keywords: [],
      field: null,
      zoneCode: null,
      priceFen: fenOf(priceYuan),
      publishedAt: null,
    })),
    needs: file.needs.map(({ budgetYuan, grades, ...need }, at) => ({
      ...need,
      id: `need-${at}`,
      organizationId: 'needing',
      field: null,
      zoneCode: null,
      budgetFen: fenOf(budgetYuan),
      grades: new Map(Object.entries(grades)),
    })),
  };
}

export const readDescriptionExamples = (): DescriptionExamples => read('description-examples.json');

function fenOf(yuan: string | null): Fen | null {
  if (yuan === null) return null;
  const parsed = parseYuan(yuan);
  if (!parsed.ok) throw new Error(`data/matching: ${yuan} is no amount`);
  return parsed.value;
}

/** Processes run from the project's root. */
const read = <T>(file: string): T =>
  JSON.parse(readFileSync(join(process.cwd(), 'data', 'matching', file), 'utf8')) as T;
