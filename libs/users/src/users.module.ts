import { AccountsModule } from '@app/accounts';
import { type DynamicModule, Module } from '@nestjs/common';
import { UserRegistration } from './user-registration.js';
import { Users } from './users.js';
import { WalletFreezes } from './wallet-freezes.js';
import { Welcome, welcomeOptions, type WelcomeOptions } from './welcome.js';

/** Who the users are: registration with its welcome grant, and the freezing of wallets. Needs the global ledger. */
@Module({
  imports: [AccountsModule],
  providers: [Users, UserRegistration, Welcome, WalletFreezes],
  exports: [Users, UserRegistration, WalletFreezes],
})
export class UsersModule {
  static withOptions(options: WelcomeOptions): DynamicModule {
    return { module: UsersModule, providers: [{ provide: welcomeOptions, useValue: options }] };
  }
}
