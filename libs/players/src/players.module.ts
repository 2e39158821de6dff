import { AccountsModule } from '@app/accounts';
import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { Players } from './players.js';
import { type KeySetSource, ExternalTokens } from './tokens/external-tokens.js';
import { OwnTokens } from './tokens/own-tokens.js';
import { PlayerTokens, type TokenParties } from './tokens/player-tokens.js';

/** Either this service signs the tokens, or an external identity provider does. */
export type TokenOptions = TokenParties & ({ secret: Uint8Array } | KeySetSource);

/** Players: their passwords and their tokens. */
@Module({ imports: [AccountsModule], providers: [Players], exports: [Players, PlayerTokens] })
export class PlayersModule {
  /** `imports`: the module that exports UserRegistration, as the application configures it. */
  static withOptions({
    tokens,
    imports,
  }: {
    tokens: TokenOptions;
    imports: NonNullable<ModuleMetadata['imports']>;
  }): DynamicModule {
    return {
      module: PlayersModule,
      imports,
      providers: [{ provide: PlayerTokens, useFactory: () => createTokens(tokens) }],
    };
  }
}

function createTokens({ issuer, audience, ...source }: TokenOptions): PlayerTokens {
  return 'secret' in source
    ? new OwnTokens(source.secret, { issuer, audience })
    : new ExternalTokens(source, { issuer, audience });
}
