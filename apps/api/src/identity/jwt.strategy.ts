import { createSecretKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { FastifyRequest } from 'fastify';
import type { PersonActor } from '#domain/shared/actor.js';
import { ActorReader } from '#application/identity/actor.reader.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { accessTokenAudience, accessTokenIssuer, isAccessTokenClaims } from './access-token.js';
import { originOf } from '../http/origin.js';
import type { MarketRequest } from '../http/params.js';

/** Checks the access token (HS256 only, issuer, audience, expiry) and looks its session up. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly actors: ActorReader,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // A key object: given text, the library tries at every request whether it is a public key. Its types lag behind.
      secretOrKey: createSecretKey(config.jwtSecret, 'utf8') as unknown as Buffer,
      algorithms: ['HS256'],
      issuer: accessTokenIssuer,
      audience: accessTokenAudience,
      passReqToCallback: true,
    });
  }

  async validate(request: FastifyRequest, claims: unknown): Promise<PersonActor | null> {
    if (!isAccessTokenClaims(claims)) return null;
    const actor = await this.actors.bySession(claims.sid, originOf(request));
    if (actor?.personId !== claims.sub) return null;
    (request as MarketRequest).sessionId = claims.sid;
    return actor;
  }
}
