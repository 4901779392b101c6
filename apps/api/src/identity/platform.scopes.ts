import { ApiProperty } from '@nestjs/swagger';

/** The four platforms and what stands beside them: each gives a key all its objects at once, to read or to write. */
const platforms = {
  trading: {
    title: '技术交易',
    objects: [
      'demand',
      'listing',
      'match',
      'deal',
      'introduction',
      'mandate',
      'contract',
      'auction',
      'openChallenge',
      'nonDisclosure',
      'protectedDetail',
      'tradingCertificate',
      'publicNotice',
      'matchmaking',
      'dealRoom',
    ],
  },
  transfer: {
    title: '成果转化',
    objects: [
      'achievement',
      'achievementReward',
      'transferProcedure',
      'readiness',
      'evaluation',
      'purchaseReserve',
      'pilotProject',
      'shareAgreement',
      'contractRegistration',
      'attachment',
    ],
  },
  intellectualProperty: { title: '知识产权', objects: ['patent', 'right', 'pledge', 'openLicence'] },
  incubation: { title: '创业孵化', objects: ['tenancy', 'carrier', 'facility', 'mentor', 'competition', 'finance'] },
  integration: {
    title: '系统对接',
    objects: ['event', 'webhook', 'import', 'search', 'savedSearch', 'catalogue', 'sandbox'],
  },
} as const satisfies Record<string, { readonly title: string; readonly objects: readonly string[] }>;

const kinds = ['read', 'write'] as const;

export class PlatformScopeView {
  @ApiProperty({ description: '权限范围', example: 'platform.trading.read' }) scope!: string;
  @ApiProperty({ description: '平台', example: '技术交易' }) title!: string;
  @ApiProperty({ description: '相当于', type: [String], example: ['demand.read'] }) scopes!: string[];
}

/** What the scope of a platform stands for today. */
export const platformScopes = (known: readonly string[]): PlatformScopeView[] =>
  Object.entries(platforms).flatMap(([platform, { title, objects }]) =>
    kinds.map((kind) => ({
      scope: `platform.${platform}.${kind}`,
      title: `${title}（${kind === 'read' ? '读' : '写'}）`,
      scopes: objects.map((object) => `${object}.${kind}`).filter((scope) => known.includes(scope)),
    })),
  );

/** Scopes of platforms written out: a key keeps what it was given, whatever a platform gets later. */
export function expandScopes(wanted: readonly string[], known: readonly string[]): string[] {
  const byPlatform = new Map(platformScopes(known).map(({ scope, scopes }) => [scope, scopes]));
  return [...new Set(wanted.flatMap((scope) => byPlatform.get(scope) ?? [scope]))];
}
