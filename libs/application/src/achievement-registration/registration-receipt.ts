import { Injectable } from '@nestjs/common';
import type { AchievementRegistration } from '#domain/achievement-registration/achievement-registration.js';
import type { PrintedField } from '#domain/document/printed-field.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { contentHash } from '#platform/text/canonical.js';
import { glyphMissing, type GlyphRefusal } from '../document/chinese-font.js';
import { drawPdf, pageMargin } from '../document/pdf-file.js';
import { AchievementRegistrationService } from './achievement-registration.service.js';

const kindTitles = { applied: '应用技术', basic: '基础理论', softScience: '软科学' } as const;

/** 成果登记回执: what was registered, as a sheet. The rules at hand name no certificate, so it does not claim to be one. */
@Injectable()
export class RegistrationReceipt {
  constructor(private readonly registrations: AchievementRegistrationService) {}

  async pdf(
    actor: PersonActor,
    id: string,
  ): Promise<
    Result<Buffer, GlyphRefusal | Refusal<'achievementRegistration.notFound' | 'achievementRegistration.notRegistered'>>
  > {
    const found = await this.registrations.get(actor, id);
    if (!found.ok) return found;
    const { registration } = found.value;
    if (registration.number === null) {
      return refuse('achievementRegistration.notRegistered', { state: registration.state });
    }
    const fields = fieldsOf(registration);
    const missing = glyphMissing(fields);
    if (missing) return missing;
    return ok(
      await drawPdf({ title: `科技成果登记回执 ${registration.number}`, at: registration.updatedAt }, (page) => {
        page.fontSize(20).text('科技成果登记回执', { align: 'center' }).moveDown(1.5).fontSize(11);
        for (const { label, value } of fields) {
          page.text(`${label}：${value}`, { indent: 0, width: page.page.width - 2 * pageMargin }).moveDown(0.5);
        }
        page.moveDown().fontSize(9).text('本回执记载登记系统中的登记事项，登记状态以平台公开查询为准。');
      }),
    );
  }
}

const fieldsOf = ({
  form,
  kind,
  number,
  registeredOn,
  state,
  revision,
  origin,
}: AchievementRegistration): PrintedField[] => [
  { label: '登记号', value: number ?? '' },
  { label: '状态', value: state === 'revoked' ? '已撤销' : '有效' },
  { label: '成果名称', value: form.title },
  { label: '成果类型', value: kindTitles[kind] },
  { label: '第一完成单位', value: form.firstUnit },
  { label: '完成人', value: form.inventors.join('、') },
  { label: '登记日期', value: registeredOn ?? '（原登记簿未载）' },
  { label: '版次', value: String(revision) },
  { label: '来源', value: origin === 'oldRegister' ? '历史登记簿' : '本平台审核' },
  { label: '登记事项散列', value: contentHash(form) },
];
