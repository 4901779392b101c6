import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { CONFIG, type Config } from '#platform/config/config.js';
import { accessTokenAudience, accessTokenIssuer, accessTokenSeconds, type AccessTokenClaims } from './access-token.js';

/** Signs access tokens. */
@Injectable()
export class TokenIssuer {
  private readonly jwt = new JwtService({});

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  sign(session: { readonly personId: string; readonly sessionId: string }): string {
    const claims: AccessTokenClaims = { sub: session.personId, sid: session.sessionId, typ: 'access' };
    return this.jwt.sign(claims, {
      secret: this.config.jwtSecret,
      algorithm: 'HS256',
      expiresIn: accessTokenSeconds,
      issuer: accessTokenIssuer,
      audience: accessTokenAudience,
    });
  }
}
