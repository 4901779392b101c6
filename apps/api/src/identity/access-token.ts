export const accessTokenIssuer = 'qingyang-technology-market';
export const accessTokenAudience = 'qingyang-technology-market-api';
export const accessTokenSeconds = 15 * 60;

/** Claims of an access token: who (`sub`) in which session (`sid`). Roles are read anew at each request. */
export interface AccessTokenClaims {
  readonly sub: string;
  readonly sid: string;
  readonly typ: 'access';
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A token without an end is none of ours. */
export function isAccessTokenClaims(claims: unknown): claims is AccessTokenClaims {
  if (typeof claims !== 'object' || claims === null) return false;
  const { sub, sid, typ, exp } = claims as Record<string, unknown>;
  return (
    typeof sub === 'string' &&
    uuidPattern.test(sub) &&
    typeof sid === 'string' &&
    uuidPattern.test(sid) &&
    typ === 'access' &&
    typeof exp === 'number'
  );
}
