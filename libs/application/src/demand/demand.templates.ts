import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { checkAnswers, parseTemplates, type DemandTemplate, type TemplateUse } from '#domain/demand/demand-template.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';

const path = 'data/demand/templates.json';

export type TemplateRefusal = Refusal<'demand.templateUnknown' | 'demand.answerUnknown' | 'demand.answerMalformed'>;

/** The interview templates of the industries: read once, with every version that was ever in force. */
@Injectable()
export class DemandTemplates {
  private readonly templates = read();

  /** The newest version of each industry. */
  newest(): readonly DemandTemplate[] {
    return this.templates.filter(
      ({ code, version }) => !this.templates.some((other) => other.code === code && other.version > version),
    );
  }

  /** One version; the newest when none is named. */
  find(code: string, version: number | null): DemandTemplate | null {
    const found = version === null ? this.newest() : this.templates.filter((one) => one.version === version);
    return found.find((one) => one.code === code) ?? null;
  }

  /** The template of what was answered; null when free text only. */
  of(use: TemplateUse | null): DemandTemplate | null {
    return use === null ? null : this.find(use.code, use.version);
  }

  check(use: TemplateUse | null): Result<TemplateUse | null, TemplateRefusal> {
    if (use === null) return ok(null);
    const template = this.of(use);
    if (!template)
      return refuse('demand.templateUnknown', { code: use.code, version: String(use.version) }, '/template/code');
    const answers = checkAnswers(template, use.answers);
    return answers.ok ? ok(use) : answers;
  }
}

function read(): readonly DemandTemplate[] {
  const parsed = parseTemplates(JSON.parse(readFileSync(join(process.cwd(), path), 'utf8')), path);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.value;
}
