import { type DynamicModule, Module } from '@nestjs/common';
import { ClientKeys, clientKeysOptions, type ClientKeysOptions } from './client-keys.js';

/** Authenticates calling programs by their API keys. */
@Module({ providers: [ClientKeys], exports: [ClientKeys] })
export class ClientsModule {
  static withOptions(options: ClientKeysOptions): DynamicModule {
    return { module: ClientsModule, providers: [{ provide: clientKeysOptions, useValue: options }] };
  }
}
