import { AccountsModule } from '@app/accounts';
import { type DynamicModule, Module } from '@nestjs/common';
import { Testers } from './testers.js';
import { UserRegistration } from './user-registration.js';
import { Users } from './users.js';
import { Welcome, welcomeOptions, type WelcomeOptions } from './welcome.js';

/** Users, their registration and the welcome grant. Needs the global ledger. */
@Module({
  imports: [AccountsModule],
  providers: [Users, UserRegistration, Testers, Welcome],
  exports: [Users, UserRegistration, Testers],
})
export class UsersModule {
  static withOptions(options: WelcomeOptions): DynamicModule {
    return { module: UsersModule, providers: [{ provide: welcomeOptions, useValue: options }] };
  }
}
