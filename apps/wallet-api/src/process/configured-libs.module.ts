import type { ScopeRegistry } from '@app/clients';
import { ClientsModule } from '@app/clients';
import { PlayersModule } from '@app/players';
import { UsersModule } from '@app/users';
import { type DynamicModule, Module } from '@nestjs/common';
import type { ApplicationOptions } from './configuration/application-options.js';

type LibOptions = Pick<ApplicationOptions, 'demoKeys' | 'players' | 'welcomeGrant'> & {
  scopes: ScopeRegistry;
};

/** Configures the libs that need options. Global, because the capabilities that use these libs do not know the options. */
@Module({})
export class ConfiguredLibsModule {
  static with({ demoKeys, players, scopes, welcomeGrant }: LibOptions): DynamicModule {
    const usersModule = UsersModule.withOptions({ welcomeGrant });
    const modules = [
      ClientsModule.withOptions({ demoKeys, scopes }),
      usersModule,
      PlayersModule.withOptions({ tokens: players.tokens, imports: [usersModule] }),
    ];
    return { module: ConfiguredLibsModule, global: true, imports: modules, exports: modules };
  }
}
